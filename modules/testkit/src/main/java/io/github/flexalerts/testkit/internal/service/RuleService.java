package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.JsonBody;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.list.Store;
import io.github.flexalerts.testkit.internal.list.Stored;
import io.github.flexalerts.testkit.internal.service.RuleDocument.RuleName;
import tools.jackson.databind.node.ObjectNode;

/** The five operations on rules, as the reference describes them. */
public final class RuleService implements ResourceService {

    private final Settings settings;
    private final Store store;
    private final Sids sids;
    private final RuleSeed seeds;

    RuleService(Settings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.sids = new Sids(settings.randomSeed());
        this.seeds = new RuleSeed(settings.randomSeed());
    }

    @Override
    public Answer answer(Exchange exchange, Operation operation) {
        String instance = exchange.route().owner();
        String sid = exchange.route().key();
        return switch (operation) {
            case LIST_RULES -> Listing.answer(exchange, settings, settings.pageHost(), store, RuleView::of);
            case CREATE_RULE -> create(exchange, instance);
            case UPDATE_RULE -> update(exchange, instance, sid);
            case DELETE_RULE -> delete(exchange, instance, sid);
            default -> Answer.json(200, find(exchange, instance, sid).document());
        };
    }

    public String newSid() {
        return sids.next("QY");
    }

    /** Stores the rule of a body without asking whether there is room, and returns its SID. */
    public String add(String instance, ObjectNode body) {
        return add(instance, body, now());
    }

    private String add(String instance, ObjectNode body, String date) {
        RuleName name = name(instance, newSid());
        store.add(instance, name.sid(), RuleDocument.of(name, body, Json.string(date), date));
        return name.sid();
    }

    public void seed(String instance, int count) {
        for (int i = 0; i < count; i++) {
            String date = seeds.date();
            add(instance, seeds.body(), date);
        }
    }

    private Answer create(Exchange exchange, String instance) {
        ObjectNode body = body(exchange);
        RuleName name = name(instance, newSid());
        String now = now();
        ObjectNode rule = RuleDocument.of(name, body, Json.string(now), now);
        if (!store.addWithin(settings.maxRules(), instance, name.sid(), rule)) {
            throw Refusal.badBody("The account has " + settings.maxRules() + " rules, more are not allowed");
        }
        return Answer.json(201, rule);
    }

    private Answer update(Exchange exchange, String instance, String sid) {
        Stored old = find(exchange, instance, sid);
        ObjectNode rule = RuleDocument.of(
                name(instance, sid), body(exchange), old.document().path("date_created"), now());
        if (!store.replace(instance, sid, rule)) {
            throw Refusal.notFound(exchange.path());
        }
        return Answer.json(200, rule);
    }

    private Answer delete(Exchange exchange, String instance, String sid) {
        if (!store.remove(instance, sid)) {
            throw Refusal.notFound(exchange.path());
        }
        return Answer.of(204);
    }

    private ObjectNode body(Exchange exchange) {
        return RuleBody.checked(JsonBody.of(exchange), settings.strictValues());
    }

    private Stored find(Exchange exchange, String instance, String sid) {
        Stored rule = store.find(instance, sid);
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
