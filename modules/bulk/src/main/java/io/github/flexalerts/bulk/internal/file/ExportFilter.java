package io.github.flexalerts.bulk.internal.file;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.RuleQueryBuilder;
import io.github.flexalerts.core.rule.MetricId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code filter} member of an export's header. */
public final class ExportFilter {
    private ExportFilter() {}

    public static @Nullable Map<String, @Nullable Object> write(RuleQuery query) {
        if (!query.hasFilters()) {
            return null;
        }
        Map<String, @Nullable Object> filter = new LinkedHashMap<>();
        filter.put("active", query.active());
        filter.put("metric_ids", query.metricIds().stream().map(MetricId::value).toList());
        filter.put("task_queue_sids", query.taskQueueSids());
        return filter;
    }

    public static RuleQuery read(@Nullable Object filter) {
        if (!(filter instanceof Map<?, ?> members)) {
            return RuleQuery.all();
        }
        RuleQueryBuilder query = RuleQuery.builder()
                .metricIds(texts(members.get("metric_ids")).map(MetricId::of).toArray(MetricId[]::new))
                .taskQueueSids(texts(members.get("task_queue_sids")).toArray(String[]::new));
        if (members.get("active") instanceof Boolean active) {
            query.active(active);
        }
        return query.build();
    }

    private static Stream<String> texts(@Nullable Object list) {
        return list instanceof List<?> values ? values.stream().map(String::valueOf) : Stream.empty();
    }
}
