package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.Sort;
import io.github.flexalerts.reactive.internal.option.Sids;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Makes query parameters of what a listing of rules is asked for. {@link RuleFilters} reads them back. */
final class RuleParameters {
    private RuleParameters() {}

    /** Array parameters repeat their key, as all SDKs of the service do. */
    static String of(RuleQuery query) {
        StringJoiner parameters = filters(query);
        if (!query.sort().isEmpty()) {
            parameters.add("Sort=" + query.sort().stream().map(Sort::toString).collect(Collectors.joining(",")));
        }
        int pageSize = query.pageSize() == null ? RuleQuery.MAX_PAGE_SIZE : query.pageSize();
        return parameters.add("PageSize=" + pageSize).toString();
    }

    /** The filters that a listing checks: none if the check is turned off. */
    static String checked(RuleQuery query) {
        return query.checkFilters() ? filters(query).toString() : "";
    }

    private static StringJoiner filters(RuleQuery query) {
        StringJoiner parameters = new StringJoiner("&");
        if (query.active() != null) {
            parameters.add("Active=" + query.active());
        }
        query.metricIds().forEach(metric -> parameters.add("MetricId=" + Sids.encoded(metric.value())));
        query.taskQueueSids().forEach(sid -> parameters.add("TaskQueueSids=" + Sids.encoded(sid)));
        return parameters;
    }
}
