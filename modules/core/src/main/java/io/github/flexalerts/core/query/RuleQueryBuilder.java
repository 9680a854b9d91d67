package io.github.flexalerts.core.query;

import io.github.flexalerts.core.rule.MetricId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RuleQuery}. Not safe for use by several threads. */
public final class RuleQueryBuilder {
    private @Nullable Boolean active;
    private List<MetricId> metricIds = List.of();
    private List<String> taskQueueSids = List.of();
    private List<Sort> sort = List.of();
    private @Nullable Integer pageSize;
    private boolean checkFilters = true;

    RuleQueryBuilder() {}

    /**
     * Asks only for rules that are active, or only for those that are not; for both by default.
     *
     * @param active which of them
     * @return this builder
     */
    public RuleQueryBuilder active(boolean active) {
        this.active = active;
        return this;
    }

    /**
     * Asks only for rules of these metrics; replaces those set before, all by default.
     *
     * @param metricIds the metrics
     * @return this builder
     */
    public RuleQueryBuilder metricIds(MetricId... metricIds) {
        this.metricIds = List.of(metricIds);
        return this;
    }

    /**
     * Asks only for rules of these queues; replaces those set before, all by default.
     *
     * @param taskQueueSids the SIDs of the queues, none blank
     * @return this builder
     */
    public RuleQueryBuilder taskQueueSids(String... taskQueueSids) {
        this.taskQueueSids = List.of(taskQueueSids);
        return this;
    }

    /**
     * Sets the order; replaces the one set before, the service's own by default.
     *
     * @param sort the keys, most significant first
     * @return this builder
     */
    public RuleQueryBuilder sort(Sort... sort) {
        this.sort = List.of(sort);
        return this;
    }

    /**
     * Sets how many rules the service puts on a page; the client's default if unset.
     *
     * @param pageSize 1 to 1000
     * @return this builder
     */
    public RuleQueryBuilder pageSize(int pageSize) {
        this.pageSize = pageSize;
        return this;
    }

    /**
     * Sets whether a listing checks each rule against the filters. By default it does, and fails with a
     * {@link io.github.flexalerts.core.error.FilterIgnoredException} at the first rule that does not match. A caller that
     * turns the check off gets whatever the service sends, and can filter with {@link RuleQuery#matches}.
     *
     * @param checkFilters false to turn the check off
     * @return this builder
     */
    public RuleQueryBuilder checkFilters(boolean checkFilters) {
        this.checkFilters = checkFilters;
        return this;
    }

    /**
     * Builds the query.
     *
     * @return the query
     * @throws IllegalArgumentException if the page size is not between 1 and 1000, or a queue SID is blank
     */
    public RuleQuery build() {
        return new RuleQuery(active, metricIds, taskQueueSids, sort, pageSize, checkFilters);
    }
}
