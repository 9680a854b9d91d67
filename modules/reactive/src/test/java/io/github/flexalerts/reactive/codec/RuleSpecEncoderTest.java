package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuleSpecEncoderTest {

    @Test
    void writesTheSevenRequiredMembersInTheReferencesOrder() {
        assertThat(body(required()))
                .isEqualTo("{\"rule_friendly_name\":\"é \\\"7\\\"\",\"metric_id\":\"SLA (30 min)\","
                        + "\"task_channel_sid\":\"TC1\",\"task_queue_sids\":[\"WQ1\",\"WQ2\"],\"active\":false,"
                        + "\"rule_thresholds\":[{\"threshold_type\":\"Warning\",\"threshold_operator\":\"Lesser Than\","
                        + "\"threshold_value\":-9223372036854775808}],\"notify_enabled\":true}");
    }

    @Test
    void writesTheOptionalMembersThatAreSet() {
        RuleSpec spec = required().toBuilder()
                .notifySeverity(Severity.WARNING)
                .notifyDuration(Duration.ZERO)
                .notifyMethodsId("flex_notificationconfiguration_1")
                .build();

        assertThat(body(spec))
                .endsWith(",\"notify_enabled\":true,\"notify_severity\":\"Warning\",\"notify_duration\":0,"
                        + "\"notify_methods_id\":\"flex_notificationconfiguration_1\"}");
    }

    @Test
    void writesNothingThatIsNotDocumentedOrWasNotRead() {
        RuleSpec spec = Json.rule("{\"sid\":\"QY1\",\"new\":1,\"active\":true,\"rule_thresholds\":{},\"url\":\"u\"}")
                .spec();

        assertThat(body(spec)).isEqualTo("{\"active\":true}");
    }

    private static RuleSpec required() {
        return RuleSpec.builder()
                .friendlyName("é \"7\"")
                .metricId(MetricId.SLA_30_MIN)
                .taskChannelSid("TC1")
                .taskQueueSids("WQ1", "WQ2")
                .active(false)
                .thresholds(Threshold.warning(ThresholdOperator.LESSER_THAN, Long.MIN_VALUE))
                .notifyEnabled(true)
                .build();
    }

    private static String body(RuleSpec spec) {
        return new String(JsonCodec.standard().write(spec), UTF_8);
    }
}
