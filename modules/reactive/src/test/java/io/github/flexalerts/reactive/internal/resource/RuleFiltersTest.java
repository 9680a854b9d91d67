package io.github.flexalerts.reactive.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.Sort;
import io.github.flexalerts.core.rule.MetricId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFiltersTest {

    @Test
    void readsBackWhatAListingAsksFor() {
        RuleQuery query = RuleQuery.builder()
                .active(false)
                .metricIds(MetricId.SLA_30_MIN, MetricId.AVERAGE_HANDLE_TIME_TODAY, MetricId.of("50% & more #+;"))
                .taskQueueSids("WQ1", "WQ2")
                .sort(Sort.parse("-date_created"))
                .pageSize(50)
                .build();

        RuleQuery read = RuleFilters.of(RuleParameters.of(query));

        assertThat(read)
                .isEqualTo(new RuleQuery(false, query.metricIds(), query.taskQueueSids(), List.of(), null, true));
        assertThat(RuleFilters.of(RuleParameters.checked(query))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Active=true&MetricId=SLA+(Today)&MetricId=Longest%20%28Now%29&TaskQueueSids=WQ1&Page=2",
                "PageToken=x&TaskQueueSids=WQ1&MetricId=SLA%20(Today),Longest%20(Now)&Active=True",
                "Active=true&Active=TRUE&MetricId=Longest+(Now)%2CSLA+(Today)&TaskQueueSids=WQ1,",
            })
    void readsHoweverTheServiceWritesIt(String parameters) {
        RuleQuery read = RuleFilters.of(parameters);

        assertThat(read.active()).isTrue();
        assertThat(read.metricIds()).contains(MetricId.SLA_TODAY, MetricId.LONGEST_NOW);
        assertThat(read.taskQueueSids()).contains("WQ1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PageSize=50&Page=1",
                "Active=&MetricId=&TaskQueueSids=",
                "Active=maybe&MetricId=%zz&TaskQueueSids=%",
                "Active=true&Active=false",
                "Inactive=true&active=true&MetricIds=x",
                "Active&MetricId&TaskQueueSids",
            })
    void findsNoFilterInWhatIsNone(String parameters) {
        assertThat(RuleFilters.of(parameters)).isEqualTo(RuleQuery.all());
    }
}
