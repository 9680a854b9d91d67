package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.FieldChange;
import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the fields of rules that a caller sets. The order of queues and of thresholds makes no difference. */
public final class RuleDiff {
    /** The field that refers to a notification configuration. */
    public static final String METHODS_ID = "notify_methods_id";

    private static final Comparator<Threshold> BY_VALUES = Comparator.comparing(
                    (Threshold threshold) -> threshold.type().toString())
            .thenComparing(threshold -> threshold.operator().toString())
            .thenComparingLong(Threshold::value)
            .thenComparing(threshold -> threshold.unread().toString());

    private RuleDiff() {}

    /** Returns the fingerprint of all fields. */
    public static Fingerprint fingerprint(RuleSpec spec) {
        return Fingerprint.of(
                JsonCodec.standard().write(new ArrayList<>(fields(spec).values())));
    }

    /** Returns the fingerprint of all fields but the reference to the notification configuration. */
    public static Fingerprint fingerprintWithoutConfiguration(RuleSpec spec) {
        Map<String, @Nullable Object> fields = fields(spec);
        fields.remove(METHODS_ID);
        return Fingerprint.of(JsonCodec.standard().write(new ArrayList<>(fields.values())));
    }

    /** Tells whether a rule has all values that a spec gives. Optional fields that the spec omits are not compared. */
    public static boolean matches(RuleSpec desired, RuleSpec current) {
        return between(desired, current, false).isEmpty();
    }

    /**
     * Returns the fields that differ.
     *
     * @param exact whether null in the desired rule is a value; otherwise such fields are not compared
     */
    public static List<FieldChange> between(RuleSpec desired, RuleSpec current, boolean exact) {
        Map<String, @Nullable Object> after = fields(desired);
        Map<String, @Nullable Object> before = fields(current);
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            if ((exact || value != null) && !Objects.equals(value, before.get(field))) {
                changes.add(new FieldChange(field, before.get(field), value));
            }
        });
        return changes;
    }

    /** Returns a rule with another notification configuration. */
    public static RuleSpec withConfiguration(RuleSpec spec, @Nullable String ttid) {
        if (Objects.equals(spec.notification().methodsId(), ttid)) {
            return spec;
        }
        return new RuleSpec(
                spec.friendlyName(),
                spec.metricId(),
                spec.taskChannelSid(),
                spec.taskQueueSids(),
                spec.active(),
                spec.thresholds(),
                new NotificationPolicy(
                        spec.notification().enabled(),
                        spec.notification().severity(),
                        spec.notification().duration(),
                        ttid),
                spec.unread());
    }

    /** Returns the fields by their names in the API, with sorted lists; fields that could not be read as they are. */
    private static Map<String, @Nullable Object> fields(RuleSpec spec) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        NotificationPolicy notify = spec.notification();
        fields.put("rule_friendly_name", spec.friendlyName());
        fields.put("metric_id", text(spec.metricId()));
        fields.put("task_channel_sid", spec.taskChannelSid());
        fields.put("task_queue_sids", sorted(spec.taskQueueSids()));
        fields.put("active", spec.active());
        fields.put("rule_thresholds", thresholds(spec.thresholds()));
        fields.put("notify_enabled", notify.enabled());
        fields.put("notify_severity", text(notify.severity()));
        fields.put("notify_duration", millis(notify.duration()));
        fields.put(METHODS_ID, notify.methodsId());
        fields.putAll(spec.unread());
        return fields;
    }

    private static @Nullable Object text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Object millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable Object sorted(@Nullable List<String> queues) {
        return queues == null ? null : queues.stream().distinct().sorted().toList();
    }

    private static @Nullable Object thresholds(@Nullable List<Threshold> thresholds) {
        return thresholds == null
                ? null
                : thresholds.stream().sorted(BY_VALUES).map(RuleDiff::members).toList();
    }

    private static Map<String, @Nullable Object> members(Threshold threshold) {
        Map<String, @Nullable Object> members = new TreeMap<>(threshold.unread());
        members.put("threshold_type", threshold.type().toString());
        members.put("threshold_operator", threshold.operator().toString());
        members.put("threshold_value", threshold.value());
        return members;
    }
}
