package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.JsonBody;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.http.Route;
import io.github.flexalerts.testkit.internal.list.Store;
import io.github.flexalerts.testkit.internal.list.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * The four operations on notification configurations. The reference says that each needs a header with the account;
 * how the service refuses one that is missing or names another account it does not say, nor how it refuses a
 * configuration too many.
 */
final class NotificationService implements ResourceService {

    private static final String ACCOUNT = "I-Twilio-Auth-Account";

    private final Settings settings;
    private final Store store;
    private final Sids sids;

    NotificationService(Settings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.sids = new Sids(settings.randomSeed() + 1);
    }

    @Override
    public Answer answer(Exchange exchange, Operation operation) {
        checkAccount(exchange.header(ACCOUNT));
        return switch (operation) {
            case CREATE_NOTIFICATION -> create(exchange);
            case UPDATE_NOTIFICATION -> update(exchange);
            case DELETE_NOTIFICATION -> delete(exchange);
            default -> Answer.json(200, find(exchange).document());
        };
    }

    private void checkAccount(String account) {
        if (account.isEmpty()) {
            throw Refusal.badRequest("The header " + ACCOUNT + " is required");
        }
        if (!account.equals(settings.keys().accountSid())) {
            throw Refusal.forbidden("The header " + ACCOUNT + " names another account");
        }
    }

    private Answer create(Exchange exchange) {
        String ttid = "flex_notificationconfiguration_" + sids.nextUlid();
        ObjectNode configuration = document(exchange, ttid);
        int limit = settings.maxNotificationConfigurations();
        if (!store.addWithinEach(limit, exchange.route().owner(), ttid, configuration)) {
            throw Refusal.badBody("The instance has " + limit + " notification configurations, more are not allowed");
        }
        return Answer.json(201, configuration);
    }

    private Answer update(Exchange exchange) {
        Stored old = find(exchange);
        ObjectNode configuration = document(exchange, old.key());
        if (!store.replace(exchange.route().owner(), old.key(), configuration)) {
            throw Refusal.notFound(exchange.path());
        }
        return Answer.json(200, configuration);
    }

    private Answer delete(Exchange exchange) {
        Route route = exchange.route();
        if (!store.remove(route.owner(), route.key())) {
            throw Refusal.notFound(exchange.path());
        }
        return Answer.of(204);
    }

    private static ObjectNode document(Exchange exchange, String ttid) {
        ObjectNode destinations = NotificationBody.destinations(JsonBody.of(exchange));
        return NotificationDocument.of(ttid, exchange.route().owner(), destinations);
    }

    private Stored find(Exchange exchange) {
        Stored configuration =
                store.find(exchange.route().owner(), exchange.route().key());
        if (configuration == null) {
            throw Refusal.notFound(exchange.path());
        }
        return configuration;
    }
}
