package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes the body of create and update: the documented ten, as far as they are set. */
final class RuleSpecEncoder extends ValueSerializer<RuleSpec> {

    @Override
    public void serialize(RuleSpec spec, JsonGenerator generator, SerializationContext context) {
        generator.writeStartObject();
        members(spec).forEach((name, value) -> {
            if (value != null) {
                generator.writePOJOProperty(name, value);
            }
        });
        generator.writeEndObject();
    }

    /** The ten members in the reference's order; null for those that are not set. */
    static Map<String, @Nullable Object> members(RuleSpec spec) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        var notification = spec.notification();
        members.put("rule_friendly_name", spec.friendlyName());
        members.put("metric_id", spec.metricId());
        members.put("task_channel_sid", spec.taskChannelSid());
        members.put("task_queue_sids", spec.taskQueueSids());
        members.put("active", spec.active());
        members.put(
                "rule_thresholds",
                spec.thresholds() == null
                        ? null
                        : spec.thresholds().stream()
                                .map(RuleSpecEncoder::members)
                                .toList());
        members.put("notify_enabled", notification.enabled());
        members.put("notify_severity", notification.severity());
        members.put(
                "notify_duration",
                notification.duration() == null ? null : notification.duration().toMillis());
        members.put("notify_methods_id", notification.methodsId());
        return members;
    }

    static Map<String, @Nullable Object> members(Threshold threshold) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("threshold_type", threshold.type().value());
        members.put("threshold_operator", threshold.operator().value());
        members.put("threshold_value", threshold.value());
        threshold.unread().forEach(members::putIfAbsent);
        return members;
    }
}
