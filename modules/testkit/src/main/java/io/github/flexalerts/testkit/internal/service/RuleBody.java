package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a create or an update, held against the reference: seven fields are required, three are not. */
final class RuleBody {

    private final ObjectNode body;
    private final boolean strict;
    private final List<String> complaints = new ArrayList<>();

    private RuleBody(ObjectNode body, boolean strict) {
        this.body = body;
        this.strict = strict;
    }

    /** Returns the body, or throws the refusal that names everything wrong with it. */
    static ObjectNode checked(ObjectNode object, boolean strict) {
        RuleBody body = new RuleBody(object, strict);
        body.check();
        if (!body.complaints.isEmpty()) {
            throw Refusal.badBody("The body is not valid: " + String.join("; ", body.complaints));
        }
        return object;
    }

    private void check() {
        require("rule_friendly_name", "a string", JsonNode::isString);
        require("metric_id", "a string", JsonNode::isString);
        require("task_channel_sid", "a string", JsonNode::isString);
        require("task_queue_sids", "an array of strings", RuleBody::isStrings);
        require("active", "a boolean", JsonNode::isBoolean);
        require("rule_thresholds", "an array of objects", RuleBody::isObjects);
        require("notify_enabled", "a boolean", JsonNode::isBoolean);
        allow("notify_severity", "a string", JsonNode::isString);
        allow("notify_duration", "an integer, 0 or more", node -> node.isIntegralNumber() && node.asLong() >= 0);
        allow("notify_methods_id", "a string", JsonNode::isString);
        oneOf(body, "metric_id", Vocabulary.METRICS);
        oneOf(body, "notify_severity", Vocabulary.SEVERITIES);
        if (isObjects(body.path("rule_thresholds"))) {
            body.path("rule_thresholds").forEach(this::checkThreshold);
        }
    }

    private void checkThreshold(JsonNode threshold) {
        check(threshold, "threshold_type", "a string", JsonNode::isString);
        check(threshold, "threshold_operator", "a string", JsonNode::isString);
        check(threshold, "threshold_value", "an integer", JsonNode::isIntegralNumber);
        oneOf(threshold, "threshold_type", Vocabulary.SEVERITIES);
        oneOf(threshold, "threshold_operator", Vocabulary.OPERATORS);
    }

    private void require(String name, String type, Predicate<JsonNode> check) {
        if (body.path(name).isMissingNode() || body.path(name).isNull()) {
            complaints.add(name + " is required");
        } else {
            check(body, name, type, check);
        }
    }

    private void allow(String name, String type, Predicate<JsonNode> check) {
        if (!body.path(name).isMissingNode() && !body.path(name).isNull()) {
            check(body, name, type, check);
        }
    }

    private void check(JsonNode owner, String name, String type, Predicate<JsonNode> check) {
        if (!check.test(owner.path(name))) {
            complaints.add(place(name) + name + " must be " + type);
        }
    }

    private static String place(String name) {
        return name.startsWith("threshold_") ? "rule_thresholds: " : "";
    }

    private void oneOf(JsonNode owner, String name, Collection<String> values) {
        if (strict
                && owner.path(name).isString()
                && !values.contains(owner.path(name).stringValue())) {
            complaints.add(place(name) + name + " is not a documented value");
        }
    }

    private static boolean isStrings(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static boolean isObjects(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isObject);
    }
}
