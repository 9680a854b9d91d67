package io.github.flexalerts.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterIgnoredExceptionTest {

    @Test
    void namesTheFiltersTheRuleAndHowManyRulesCameBefore() {
        FilterIgnoredException ignored =
                new FilterIgnoredException("rules.list", List.of("Active", "MetricId"), "QY1", 1);

        assertThat(ignored)
                .hasMessage("rules.list stopped after 1 rule: the service ignored the filter Active, MetricId, rule QY1"
                        + " does not match it");
        assertThat(ignored.filters()).containsExactly("Active", "MetricId");
        assertThat(ignored.ruleSid()).isEqualTo("QY1");
        assertThat(ignored.delivered()).isEqualTo(1);
    }

    @Test
    void leavesOutASidThatIsNone() {
        String message = "rules.list stopped after 0 rules: the service ignored the filter Active, rule without a SID"
                + " does not match it";

        assertThat(new FilterIgnoredException("rules.list", List.of("Active"), null, 0))
                .hasMessage(message);
        assertThat(new FilterIgnoredException("rules.list", List.of("Active"), "Ada Lovelace", 0))
                .hasMessage(message);
    }

    @Test
    void hasNoFiltersAfterSerialization() throws Exception {
        FilterIgnoredException read =
                Failures.throughSerialization(new FilterIgnoredException("rules.list", List.of("Active"), "QY1", 7));

        assertThat(read.filters()).isEmpty();
        assertThat(read.delivered()).isEqualTo(7);
        assertThat(read).hasMessageContaining("Active");
    }
}
