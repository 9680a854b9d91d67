package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Json;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notification configurations as the reference's samples show them, with the documented defaults filled in. */
final class NotificationDocument {

    private NotificationDocument() {}

    static ObjectNode of(String ttid, String instance, ObjectNode destinations) {
        ObjectNode document = Json.object().put("ttid", ttid).put("instance_sid", instance);
        ObjectNode filled = document.putObject("destinations");
        fill(destinations, "subscriptions", filled, NotificationDocument::subscriptions);
        fill(destinations, "webhooks", filled, NotificationDocument::webhooks);
        fill(destinations, "emails", filled, NotificationDocument::emails);
        return document;
    }

    private static void subscriptions(JsonNode given, ObjectNode subscriptions) {
        fill(given, "defaults", subscriptions, (defaults, all) -> {
            all.set("archive", or(defaults, "archive", Json.bool(true)));
            all.set("enabled", or(defaults, "enabled", Json.bool(true)));
            all.set("notification_type", or(defaults, "notification_type", inApp()));
        });
        each(given, "recipients", subscriptions, (recipient, all) -> {
            all.set("user_sids", recipient.path("user_sids"));
            // Without types a recipient inherits those of the defaults; whether the service then answers null is
            // unknown.
            if (recipient.path("notification_type").isArray()) {
                all.set("notification_type", recipient.path("notification_type"));
            }
            all.set("archive", or(recipient, "archive", all.nullNode()));
            all.set("enabled", or(recipient, "enabled", all.nullNode()));
        });
    }

    private static JsonNode inApp() {
        ArrayNode types = Json.object().putArray("notification_type");
        return types.add("in_app");
    }

    private static void webhooks(JsonNode given, ObjectNode webhooks) {
        fill(given, "defaults", webhooks, NotificationDocument::enabled);
        each(given, "endpoints", webhooks, (endpoint, all) -> {
            all.set("type", endpoint.path("type"));
            all.set("url", endpoint.path("url"));
            all.set("enabled", or(endpoint, "enabled", all.nullNode()));
        });
    }

    private static void emails(JsonNode given, ObjectNode emails) {
        fill(given, "defaults", emails, NotificationDocument::enabled);
        each(
                given,
                "email_recipients",
                emails,
                (recipient, all) -> all.set("email_address", recipient.path("email_address")));
    }

    private static void enabled(JsonNode defaults, ObjectNode all) {
        all.set("enabled", or(defaults, "enabled", Json.bool(true)));
    }

    /** Fills an object that was given; one that was not is null, for that is its documented default. */
    private static void fill(JsonNode given, String name, ObjectNode owner, BiConsumer<JsonNode, ObjectNode> filler) {
        if (given.path(name).isObject()) {
            filler.accept(given.path(name), owner.putObject(name));
        } else {
            owner.putNull(name);
        }
    }

    private static void each(JsonNode given, String name, ObjectNode owner, BiConsumer<JsonNode, ObjectNode> filler) {
        ArrayNode list = owner.putArray(name);
        given.path(name).forEach(element -> filler.accept(element, list.addObject()));
    }

    private static JsonNode or(JsonNode given, String name, JsonNode preset) {
        JsonNode value = given.path(name);
        return value.isMissingNode() || value.isNull() ? preset : value;
    }
}
