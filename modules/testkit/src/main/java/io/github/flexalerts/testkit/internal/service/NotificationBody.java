package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.fault.Items;
import io.github.flexalerts.testkit.internal.http.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a create or an edit of a notification configuration, held against the reference. Types of notifications
 * and of endpoints may be any text. Null means absent.
 */
final class NotificationBody {

    private static final int MAX_USERS = 10;
    private static final int MAX_ENDPOINTS = 1;
    private static final int MAX_ADDRESSES = 10;

    private final List<String> complaints = new ArrayList<>();

    private NotificationBody() {}

    /** Returns the destinations of a body, or throws the refusal that names everything wrong with them. */
    static ObjectNode destinations(ObjectNode body) {
        NotificationBody check = new NotificationBody();
        if (body.path("destinations") instanceof ObjectNode destinations) {
            check.check(destinations);
        } else {
            check.complaints.add("destinations is required and must be an object");
        }
        if (!check.complaints.isEmpty()) {
            throw Refusal.badBody("The body is not valid: " + String.join("; ", check.complaints));
        }
        return (ObjectNode) body.path("destinations");
    }

    private void check(ObjectNode destinations) {
        int users = subscriptions(object(destinations, "subscriptions"));
        int endpoints = webhooks(object(destinations, "webhooks"));
        int addresses = emails(object(destinations, "emails"));
        atMost(MAX_USERS, users, "user SIDs over all recipients");
        atMost(MAX_ENDPOINTS, endpoints, "webhook endpoint");
        atMost(MAX_ADDRESSES, addresses, "email addresses");
        if (users + endpoints + addresses == 0) {
            complaints.add("at least one destination is required");
        }
    }

    private void atMost(int limit, int count, String what) {
        if (count > limit) {
            complaints.add("at most " + limit + " " + what + " are allowed");
        }
    }

    private int subscriptions(JsonNode subscriptions) {
        inherited(object(subscriptions, "defaults"));
        List<ObjectNode> recipients = list(subscriptions, "recipients", true);
        for (ObjectNode recipient : recipients) {
            inherited(recipient);
            require(recipient, "user_sids", "an array of strings", NotificationBody::isStrings);
        }
        return recipients.stream()
                .mapToInt(recipient -> recipient.path("user_sids").size())
                .sum();
    }

    private void inherited(JsonNode node) {
        allow(node, "archive", "a boolean", JsonNode::isBoolean);
        allow(node, "enabled", "a boolean", JsonNode::isBoolean);
        allow(node, "notification_type", "an array of unique strings", NotificationBody::isUnique);
    }

    private int webhooks(JsonNode webhooks) {
        allow(object(webhooks, "defaults"), "enabled", "a boolean", JsonNode::isBoolean);
        List<ObjectNode> endpoints = list(webhooks, "endpoints", true);
        for (ObjectNode endpoint : endpoints) {
            require(endpoint, "type", "a string", JsonNode::isString);
            require(endpoint, "url", "a string", JsonNode::isString);
            allow(endpoint, "enabled", "a boolean", JsonNode::isBoolean);
        }
        return endpoints.size();
    }

    private int emails(JsonNode emails) {
        allow(object(emails, "defaults"), "enabled", "a boolean", JsonNode::isBoolean);
        List<ObjectNode> recipients = list(emails, "email_recipients", false);
        recipients.forEach(recipient -> require(recipient, "email_address", "a string", JsonNode::isString));
        return recipients.size();
    }

    private JsonNode object(JsonNode owner, String name) {
        allow(owner, name, "an object", JsonNode::isObject);
        return owner.path(name);
    }

    private List<ObjectNode> list(JsonNode owner, String name, boolean required) {
        if (owner.isObject() && required) {
            require(owner, name, "an array of objects", NotificationBody::isObjects);
        } else {
            allow(owner, name, "an array of objects", NotificationBody::isObjects);
        }
        return Items.objects(owner.path(name));
    }

    private void require(JsonNode owner, String name, String type, Predicate<JsonNode> check) {
        if (isAbsent(owner.path(name))) {
            complaints.add(name + " is required");
        } else {
            allow(owner, name, type, check);
        }
    }

    private void allow(JsonNode owner, String name, String type, Predicate<JsonNode> check) {
        JsonNode value = owner.path(name);
        if (!isAbsent(value) && !check.test(value)) {
            complaints.add(name + " must be " + type);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isStrings(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static boolean isUnique(JsonNode node) {
        return isStrings(node) && node.valueStream().allMatch(new HashSet<>()::add);
    }

    private static boolean isObjects(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isObject);
    }
}
