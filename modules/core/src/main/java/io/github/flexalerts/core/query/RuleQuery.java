package io.github.flexalerts.core.query;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listing is asked for. Reference: "List all alerts", query parameters. {@code Page} and {@code PageToken} are not
 * here, for they are the service's: a listing is continued with a cursor.
 *
 * @param active only rules that are active, or only those that are not ({@code Active}); both by default
 * @param metricIds only rules of one of these metrics ({@code MetricId}); of all by default
 * @param taskQueueSids only rules of one of these queues ({@code TaskQueueSids}); of all by default
 * @param sort the order, most significant key first ({@code Sort}); the service's own by default
 * @param pageSize how many rules the service puts on a page ({@code PageSize}), 1 to 1000; the client's default if null
 * @param checkFilters whether a listing checks each rule against the three filters and fails at the first rule that does
 *     not match; true by default
 */
public record RuleQuery(
        @Nullable Boolean active,
        List<MetricId> metricIds,
        List<String> taskQueueSids,
        List<Sort> sort,
        @Nullable Integer pageSize,
        boolean checkFilters) {
    /** The largest page that the service documents. */
    public static final int MAX_PAGE_SIZE = 1000;

    private static final RuleQuery ALL = new RuleQuery(null, List.of(), List.of(), List.of(), null, true);

    /**
     * Creates a query.
     *
     * @throws IllegalArgumentException if the page size is not between 1 and 1000, or a queue SID is blank
     */
    public RuleQuery {
        metricIds = List.copyOf(metricIds);
        taskQueueSids = List.copyOf(taskQueueSids);
        sort = List.copyOf(sort);
        if (pageSize != null && (pageSize < 1 || pageSize > MAX_PAGE_SIZE)) {
            throw new IllegalArgumentException("pageSize must be between 1 and " + MAX_PAGE_SIZE + ", was " + pageSize);
        }
        if (taskQueueSids.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("taskQueueSids must not contain a blank SID");
        }
    }

    /**
     * Returns the query for all rules in the service's own order.
     *
     * @return the query without any filter
     */
    public static RuleQuery all() {
        return ALL;
    }

    /**
     * Returns whether a rule matches all filters: {@code Active}, one of the metrics, and any of the queues. Values are
     * compared exactly. A filter for which the rule cannot be judged counts as matched: its value is null, absent or
     * unreadable, or it has no queue at all, which may mean none or all. The order and the page size are not considered.
     *
     * @param rule a rule of the service
     * @return whether no filter contradicts the rule; always true for a query without filters
     */
    public boolean matches(Rule rule) {
        return matchesActive(rule.spec()) && matchesMetric(rule.spec()) && matchesQueues(rule.spec());
    }

    /**
     * Returns the filters that a rule does not match, see {@link #matches}.
     *
     * @param rule a rule of the service
     * @return their names as query parameters: {@code Active}, {@code MetricId}, {@code TaskQueueSids}; empty if it matches
     */
    public List<String> mismatches(Rule rule) {
        List<String> names = new ArrayList<>();
        if (!matchesActive(rule.spec())) {
            names.add("Active");
        }
        if (!matchesMetric(rule.spec())) {
            names.add("MetricId");
        }
        if (!matchesQueues(rule.spec())) {
            names.add("TaskQueueSids");
        }
        return List.copyOf(names);
    }

    /**
     * Returns whether the query has a filter.
     *
     * @return false if it asks for all rules, in whatever order
     */
    public boolean hasFilters() {
        return active != null || !metricIds.isEmpty() || !taskQueueSids.isEmpty();
    }

    private boolean matchesActive(RuleSpec spec) {
        return active == null || spec.active() == null || active.equals(spec.active());
    }

    private boolean matchesMetric(RuleSpec spec) {
        return metricIds.isEmpty() || spec.metricId() == null || metricIds.contains(spec.metricId());
    }

    private boolean matchesQueues(RuleSpec spec) {
        List<String> queues = spec.taskQueueSids();
        return taskQueueSids.isEmpty()
                || queues == null
                || queues.isEmpty()
                || !Collections.disjoint(taskQueueSids, queues);
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static RuleQueryBuilder builder() {
        return new RuleQueryBuilder();
    }
}
