package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class MetricIdTest {

    @Test
    void namesTheSeventeenMetricsOfTheReferenceInItsOrder() {
        assertThat(MetricId.documented())
                .extracting(MetricId::value)
                .containsExactly(
                        "Active (Now)",
                        "Waiting (Now)",
                        "Available Agents (Now)",
                        "Offline Agents (Now)",
                        "Unavailable Agents (Now)",
                        "Abandoned (30 min)",
                        "Abandoned (Today)",
                        "Accepted (30 min)",
                        "Accepted (Today)",
                        "Avg. Speed of Answer (Today)",
                        "Avg. Handle Time (Today)",
                        "Missed Invitations (30 min)",
                        "Missed Invitations (Today)",
                        "SLA (30 min)",
                        "SLA (Today)",
                        "Longest Available Agent (Now)",
                        "Longest (Now)");
    }

    @Test
    void equalsTheConstantOfTheSameText() {
        assertThat(MetricId.of("SLA (Today)")).isEqualTo(MetricId.SLA_TODAY).hasToString("SLA (Today)");
    }

    @Test
    void takesAMetricThatIsNotDocumented() {
        assertThat(MetricId.of("Tomorrow's (Now)").value()).isEqualTo("Tomorrow's (Now)");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException().isThrownBy(() -> MetricId.of(null)).withMessage("value");
    }
}
