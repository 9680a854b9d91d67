package io.github.flexalerts.core.query;

import io.github.flexalerts.core.rule.MetricId;
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
 */
public record RuleQuery(
        @Nullable Boolean active,
        List<MetricId> metricIds,
        List<String> taskQueueSids,
        List<Sort> sort,
        @Nullable Integer pageSize) {
    /** The largest page that the service documents. */
    public static final int MAX_PAGE_SIZE = 1000;

    private static final RuleQuery ALL = new RuleQuery(null, List.of(), List.of(), List.of(), null);

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
            throw new IllegalArgumentException("taskQueueSids must not hold a blank SID");
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
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static RuleQueryBuilder builder() {
        return new RuleQueryBuilder();
    }
}
