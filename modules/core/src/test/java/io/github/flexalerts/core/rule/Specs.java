package io.github.flexalerts.core.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Specs that several tests start from. */
final class Specs {
    static final String NAME = "waiting-too-long";

    private Specs() {}

    /** A builder with the seven required fields and nothing else. */
    static RuleSpecBuilder required() {
        return RuleSpec.builder()
                .friendlyName(NAME)
                .metricId(MetricId.WAITING_NOW)
                .taskChannelSid("TC00000000000000000000000000000001")
                .taskQueueSids("WQ00000000000000000000000000000001")
                .active(true)
                .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                .notifyEnabled(false);
    }

    /** A spec as the service might answer it: every value outside of what may be sent, but readable. */
    static RuleSpec outOfRange() {
        return new RuleSpec(
                "",
                MetricId.of(" "),
                "",
                List.of(),
                true,
                List.of(),
                new NotificationPolicy(true, null, Duration.ofHours(1), null),
                Map.of());
    }

    /** The required spec, with one member that came in a shape that cannot be read. */
    static RuleSpec unread(String name, @Nullable Object raw) {
        RuleSpec spec = required().build();
        return new RuleSpec(
                spec.friendlyName(),
                spec.metricId(),
                spec.taskChannelSid(),
                spec.taskQueueSids(),
                spec.active(),
                name.equals("rule_thresholds") ? null : spec.thresholds(),
                spec.notification(),
                Map.of(name, raw == null ? "null" : raw));
    }
}
