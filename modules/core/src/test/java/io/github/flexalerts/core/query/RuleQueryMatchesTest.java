package io.github.flexalerts.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleQueryMatchesTest {
    private static final RuleQuery ALL_FILTERS = RuleQuery.builder()
            .active(true)
            .metricIds(MetricId.SLA_30_MIN, MetricId.SLA_TODAY)
            .taskQueueSids("WQ1", "WQ2")
            .build();

    static Stream<Arguments> rules() {
        MetricId sla = MetricId.SLA_TODAY;
        return Stream.of(
                Arguments.of("matches all filters", true, sla, List.of("WQ1"), List.of()),
                Arguments.of("has one of its queues in the filter", true, sla, List.of("WQ9", "WQ2"), List.of()),
                Arguments.of("is inactive", false, sla, List.of("WQ1"), List.of("Active")),
                Arguments.of("has another metric", true, MetricId.ACTIVE_NOW, List.of("WQ1"), List.of("MetricId")),
                Arguments.of(
                        "differs in letter case",
                        true,
                        MetricId.of("sla (today)"),
                        List.of("WQ1"),
                        List.of("MetricId")),
                Arguments.of("has other queues", true, sla, List.of("WQ3", "wq1"), List.of("TaskQueueSids")),
                Arguments.of("says nothing of active", null, sla, List.of("WQ1"), List.of()),
                Arguments.of("says nothing of its metric", true, null, List.of("WQ1"), List.of()),
                Arguments.of("says nothing of its queues", true, sla, null, List.of()),
                Arguments.of("has no queue", true, sla, List.of(), List.of()),
                Arguments.of("says nothing", null, null, null, List.of()),
                Arguments.of("is unknown but for active", false, null, null, List.of("Active")),
                Arguments.of(
                        "matches no filter",
                        false,
                        MetricId.LONGEST_NOW,
                        List.of("WQ3"),
                        List.of("Active", "MetricId", "TaskQueueSids")));
    }

    @ParameterizedTest(name = "a rule that {0}")
    @MethodSource("rules")
    void comparesEachFilter(
            String name,
            @Nullable Boolean active,
            @Nullable MetricId metric,
            @Nullable List<String> queues,
            List<String> mismatches) {
        Rule rule = rule(active, metric, queues);

        assertThat(ALL_FILTERS.mismatches(rule)).isEqualTo(mismatches);
        assertThat(ALL_FILTERS.matches(rule)).isEqualTo(mismatches.isEmpty());
        assertThat(RuleQuery.all().matches(rule)).isTrue();
        assertThat(RuleQuery.all().mismatches(rule)).isEmpty();
    }

    @Test
    void comparesInactiveToo() {
        RuleQuery inactive = RuleQuery.builder().active(false).build();

        assertThat(inactive.matches(rule(false, null, null))).isTrue();
        assertThat(inactive.matches(rule(null, null, null))).isTrue();
        assertThat(inactive.matches(rule(true, null, null))).isFalse();
    }

    @Test
    void reportsWhetherItHasFilters() {
        assertThat(ALL_FILTERS.hasFilters()).isTrue();
        assertThat(RuleQuery.builder().active(false).build().hasFilters()).isTrue();
        assertThat(RuleQuery.builder().metricIds(MetricId.SLA_TODAY).build().hasFilters())
                .isTrue();
        assertThat(RuleQuery.builder().taskQueueSids("WQ1").build().hasFilters())
                .isTrue();
        assertThat(RuleQuery.builder()
                        .sort(Sort.parse("metric_id"))
                        .pageSize(5)
                        .build()
                        .hasFilters())
                .isFalse();
    }

    @Test
    void checksItsFiltersByDefault() {
        assertThat(RuleQuery.all().checkFilters()).isTrue();
        assertThat(RuleQuery.builder().checkFilters(false).build().checkFilters())
                .isFalse();
    }

    private static Rule rule(@Nullable Boolean active, @Nullable MetricId metric, @Nullable List<String> queues) {
        RuleSpec spec = new RuleSpec(
                "name",
                metric,
                null,
                queues,
                active,
                null,
                new NotificationPolicy(null, null, null, null),
                Map.of("odd", "kept"));
        return new Rule("QY1", null, null, spec, null, null, null, Map.of());
    }
}
