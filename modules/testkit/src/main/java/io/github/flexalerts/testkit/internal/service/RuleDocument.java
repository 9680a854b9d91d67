package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules as the reference's samples show them, member for member and in the same order. */
final class RuleDocument {

    private static final List<String> BEFORE_DATES = List.of(
            "rule_friendly_name", "metric_id", "task_channel_sid", "task_queue_sids", "active", "rule_thresholds");

    private RuleDocument() {}

    /** Makes the rule of a body; an optional field that the body leaves out gets its default, also on update. */
    static ObjectNode of(RuleName name, ObjectNode body, JsonNode created, String updated) {
        ObjectNode rule = Json.object()
                .put("account_sid", name.accountSid())
                .put("instance_sid", name.instanceSid())
                .put("sid", name.sid());
        BEFORE_DATES.forEach(member -> rule.set(member, body.path(member).deepCopy()));
        rule.set("date_created", created);
        rule.put("date_updated", updated);
        rule.set("notify_enabled", body.path("notify_enabled"));
        rule.set("notify_severity", orNull(body, "notify_severity"));
        JsonNode duration = orNull(body, "notify_duration");
        rule.set("notify_duration", duration.isNull() ? rule.numberNode(0) : duration);
        rule.set("notify_methods_id", orNull(body, "notify_methods_id"));
        return rule.put("url", name.url());
    }

    /** The same rule as an element of a list, where the sample puts {@code sid} first. */
    static ObjectNode listed(ObjectNode rule) {
        ObjectNode listed = Json.object();
        if (rule.has("sid")) {
            listed.set("sid", rule.path("sid"));
        }
        return listed.setAll(rule);
    }

    static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static JsonNode orNull(ObjectNode body, String member) {
        JsonNode value = body.path(member);
        return value.isMissingNode() ? body.nullNode() : value;
    }

    /** Whose rule it is, and what its URL begins with. */
    record RuleName(String pageHost, String accountSid, String instanceSid, String sid) {

        String url() {
            return pageHost + "/v1/Instances/" + instanceSid + "/InsightsRules/" + sid;
        }
    }
}
