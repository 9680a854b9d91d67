package io.github.flexalerts.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.core.rule.MetricId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleQueryTest {

    @Test
    void asksForEveryMissingSetting() {
        assertThat(RuleQuery.builder().build()).isEqualTo(RuleQuery.all());
        assertThat(RuleQuery.all()).isEqualTo(new RuleQuery(null, List.of(), List.of(), List.of(), null, true));
    }

    @Test
    void asksForWhatWasSetLast() {
        RuleQuery query = RuleQuery.builder()
                .active(true)
                .active(false)
                .metricIds(MetricId.ACTIVE_NOW)
                .metricIds(MetricId.SLA_TODAY, MetricId.LONGEST_NOW)
                .taskQueueSids("WQ1")
                .taskQueueSids("WQ2", "WQ3")
                .sort(Sort.ascending(Sort.Field.METRIC_ID))
                .sort(Sort.descending(Sort.Field.DATE_UPDATED), Sort.ascending(Sort.Field.FRIENDLY_NAME))
                .pageSize(50)
                .pageSize(51)
                .build();

        assertThat(query)
                .isEqualTo(new RuleQuery(
                        false,
                        List.of(MetricId.SLA_TODAY, MetricId.LONGEST_NOW),
                        List.of("WQ2", "WQ3"),
                        List.of(Sort.descending(Sort.Field.DATE_UPDATED), Sort.ascending(Sort.Field.FRIENDLY_NAME)),
                        51,
                        true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 1000})
    void takesAPageSizeWithinTheBounds(int pageSize) {
        assertThat(RuleQuery.builder().pageSize(pageSize).build().pageSize()).isEqualTo(pageSize);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, 5000})
    void refusesAPageSizeOutOfRangeAndNamesTheRange(int pageSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleQuery.builder().pageSize(pageSize).build())
                .withMessage("pageSize must be between 1 and 1000, was " + pageSize);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", " ", "\t"})
    void refusesABlankQueue(String sid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleQuery.builder().taskQueueSids("WQ1", sid).build())
                .withMessage("taskQueueSids must not contain a blank SID");
    }

    @Test
    void copiesItsLists() {
        List<String> queues = new ArrayList<>(List.of("WQ1"));
        RuleQuery query = new RuleQuery(null, List.of(), queues, List.of(), null, true);

        queues.clear();

        assertThat(query.taskQueueSids()).containsExactly("WQ1");
    }
}
