package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.RuleDocument.RuleName;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The five operations, as the reference tells them. */
final class RuleService {

    private final Settings settings;
    private final RuleStore store;
    private final Sids sids;

    RuleService(Settings settings, RuleStore store, Sids sids) {
        this.settings = settings;
        this.store = store;
        this.sids = sids;
    }

    /** Answers a request whose caller is known. */
    Answer answer(Exchange exchange) {
        Route route = exchange.route();
        Operation operation = route.operation();
        if (operation == null && !route.allowed().isEmpty()) {
            return Refusal.methodNotAllowed(exchange.method())
                    .answer()
                    .header("Allow", String.join(", ", route.allowed()));
        }
        if (operation == null || !store.knows(route.instanceSid())) {
            throw Refusal.notFound(exchange.path());
        }
        String instance = Objects.requireNonNull(route.instanceSid());
        String sid = Objects.requireNonNullElse(route.sid(), "");
        return switch (operation) {
            case LIST -> list(exchange, instance);
            case FETCH ->
                Answer.json(200, find(exchange, instance, sid).document().deepCopy());
            case CREATE -> create(exchange, instance);
            case UPDATE -> update(exchange, instance, sid);
            case DELETE -> delete(exchange, instance, sid);
        };
    }

    String newSid() {
        return sids.next("QY");
    }

    /** Stores the rule of a body without asking whether there is room, and returns its SID. */
    String seed(String instance, ObjectNode body, String date) {
        RuleName name = name(instance, newSid());
        store.add(instance, name.sid(), RuleDocument.of(name, body, Json.string(date), date), -1);
        return name.sid();
    }

    private Answer list(Exchange exchange, String instance) {
        ListQuery query;
        try {
            query = ListQuery.of(Query.of(exchange.target()));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The query is not encoded as a URL must be");
        }
        String url = settings.pageHost() + "/v1/Instances/" + instance + "/InsightsRules";
        return Answer.json(200, RuleListing.of(store.all(instance), query).document(url, settings.metaLast()));
    }

    private Answer create(Exchange exchange, String instance) {
        ObjectNode body = body(exchange);
        RuleName name = name(instance, newSid());
        String now = now();
        ObjectNode rule = RuleDocument.of(name, body, Json.string(now), now);
        if (!store.add(instance, name.sid(), rule, settings.maxRules())) {
            throw Refusal.badBody("The account holds " + settings.maxRules() + " rules, more are not allowed");
        }
        return Answer.json(201, rule.deepCopy());
    }

    private Answer update(Exchange exchange, String instance, String sid) {
        StoredRule old = find(exchange, instance, sid);
        ObjectNode rule = RuleDocument.of(
                name(instance, sid), body(exchange), old.document().path("date_created"), now());
        if (!store.replace(instance, sid, rule)) {
            throw Refusal.notFound(exchange.path());
        }
        return Answer.json(200, rule.deepCopy());
    }

    private Answer delete(Exchange exchange, String instance, String sid) {
        if (!store.remove(instance, sid)) {
            throw Refusal.notFound(exchange.path());
        }
        return Answer.of(204);
    }

    private ObjectNode body(Exchange exchange) {
        String type = exchange.header("Content-Type").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].trim().equals("application/json")) {
            throw Refusal.unsupportedMediaType();
        }
        return RuleBody.read(exchange.body(), settings.strictValues());
    }

    private StoredRule find(Exchange exchange, String instance, String sid) {
        StoredRule rule = store.find(instance, sid);
        if (rule == null) {
            throw Refusal.notFound(exchange.path());
        }
        return rule;
    }

    private RuleName name(String instance, String sid) {
        return new RuleName(settings.pageHost(), settings.keys().accountSid(), instance, sid);
    }

    private String now() {
        return RuleDocument.date(settings.clock().instant());
    }
}
