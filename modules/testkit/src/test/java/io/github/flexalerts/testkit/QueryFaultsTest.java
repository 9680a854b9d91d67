package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueryFaultsTest {
    private static final String FILTERED = "?Active=true&MetricId=SLA%20%28Today%29&PageSize=1000";

    private final FakeFlex flex = FakeFlex.builder().rules(120).taskQueues(3).start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void listsAsIfNoFilterHadBeenGiven() throws Exception {
        List<String> all = rules("?PageSize=1000");
        assertThat(rules(FILTERED)).hasSizeBetween(1, 100);

        flex.inject(QueryFaults.ignoredFilters());

        assertThat(rules(FILTERED)).isEqualTo(all);
        assertThat(Caller.json(caller.list(FILTERED)).path("meta").path("url").stringValue())
                .endsWith("InsightsRules?PageSize=1000&Page=0");
    }

    @Test
    void ignoresTheFiltersThatItNamesAndNoOther() throws Exception {
        List<String> active = rules("?Active=true&PageSize=1000");

        flex.inject(QueryFaults.ignoredFilters("MetricId", "TaskQueueSids"));

        assertThat(rules(FILTERED)).isEqualTo(active);
    }

    @Test
    void countsOnlyListsThatHaveSuchAFilter() throws Exception {
        flex.inject(Fault.parse("ignored-filters@1=Active"));

        assertThat(rules("?MetricId=SLA%20%28Today%29")).hasSizeLessThan(50);
        assertThat(rules("?Active=true&PageSize=1000")).hasSize(120);
        assertThat(rules("?Active=true&PageSize=1000")).hasSizeLessThan(120);
    }

    @Test
    void ignoresTheNameOfQueuesToo() throws Exception {
        String queues = "/v1/Workspaces/" + flex.workspaceSid() + "/TaskQueues?FriendlyName=nobody";
        assertThat(Caller.json(caller.get(queues)).path("task_queues")).isEmpty();

        flex.inject(Fault.parse("ignored-filters@queues.list"));

        assertThat(Caller.json(caller.get(queues)).path("task_queues")).hasSize(3);
    }

    @Test
    void refusesAFilterThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse("ignored-filters=Sort"))
                .withMessage(
                        "fault ignored-filters=[FILTER,...]: a filter must be one of Active, MetricId, TaskQueueSids,"
                                + " FriendlyName, was Sort");
    }

    private List<String> rules(String query) throws Exception {
        JsonNode page = Caller.json(caller.list(query));
        return Caller.sids(page);
    }
}
