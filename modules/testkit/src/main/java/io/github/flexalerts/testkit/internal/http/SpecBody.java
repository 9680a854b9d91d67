package io.github.flexalerts.testkit.internal.http;

import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a spec, written member by member, because the testkit must not use the client's codec. */
public final class SpecBody {

    private SpecBody() {}

    public static ObjectNode of(RuleSpec spec) {
        spec.requireComplete();
        ObjectNode body = Json.object()
                .put("rule_friendly_name", spec.friendlyName())
                .put("metric_id", Objects.requireNonNull(spec.metricId()).value())
                .put("task_channel_sid", spec.taskChannelSid())
                .put("active", spec.active());
        Objects.requireNonNull(spec.taskQueueSids()).forEach(body.putArray("task_queue_sids")::add);
        ArrayNode thresholds = body.putArray("rule_thresholds");
        Objects.requireNonNull(spec.thresholds()).forEach(threshold -> add(thresholds, threshold));
        NotificationPolicy notification = spec.notification();
        body.put("notify_enabled", notification.enabled()).put("notify_methods_id", notification.methodsId());
        if (notification.severity() != null) {
            body.put("notify_severity", notification.severity().value());
        }
        if (notification.duration() != null) {
            body.put("notify_duration", notification.duration().toMillis());
        }
        return body;
    }

    private static void add(ArrayNode thresholds, Threshold threshold) {
        thresholds
                .addObject()
                .put("threshold_type", threshold.type().value())
                .put("threshold_operator", threshold.operator().value())
                .put("threshold_value", threshold.value())
                .setAll(Json.fromMap(threshold.unread()));
    }
}
