package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.RuleQueryBuilder;
import io.github.flexalerts.core.rule.MetricId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filters of a listing of rules. */
public final class RuleFilters {
    @Option(
            names = "--active",
            paramLabel = "true|false",
            arity = "1",
            description = "Only active rules (true) or only inactive rules (false).")
    private @Nullable Boolean active;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "Only rules of this metric, for example 'Active (Now)'. Repeatable.")
    private final List<String> metrics = new ArrayList<>();

    @Option(names = "--queue", paramLabel = "WQ...", description = "Only rules of this task queue. Repeatable.")
    private final List<String> queues = new ArrayList<>();

    /** Returns a query with these filters. */
    public RuleQueryBuilder query() {
        RuleQueryBuilder query = RuleQuery.builder()
                .metricIds(metrics.stream().map(MetricId::of).toArray(MetricId[]::new))
                .taskQueueSids(queues.toArray(String[]::new));
        if (active != null) {
            query.active(active);
        }
        return query;
    }

    /** Warns of metrics that the reference does not list. */
    public void warn(Console console) {
        MetricNames.warn(console, metrics);
    }
}
