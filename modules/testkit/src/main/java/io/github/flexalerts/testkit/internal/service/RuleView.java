package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.http.Query.Parameter;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.http.Resource;
import io.github.flexalerts.testkit.internal.list.Order;
import io.github.flexalerts.testkit.internal.list.Stored;
import io.github.flexalerts.testkit.internal.list.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The filters and the order of a list of rules. */
public record RuleView(@Nullable Boolean active, List<String> metricIds, List<String> taskQueueSids, Order order)
        implements View {

    public static RuleView of(Query query) {
        return new RuleView(
                active(query.last("Active")),
                several(query, "MetricId"),
                several(query, "TaskQueueSids"),
                Order.of(query.last("Sort")));
    }

    @Override
    public String key() {
        return Resource.RULES.key();
    }

    @Override
    public boolean accepts(Stored rule) {
        return (active == null || rule.document().path("active").equals(Json.bool(active)))
                && (metricIds.isEmpty() || metricIds.contains(rule.text("metric_id")))
                && (taskQueueSids.isEmpty() || hasQueue(rule));
    }

    private boolean hasQueue(Stored rule) {
        JsonNode queues = rule.document().path("task_queue_sids");
        return queues.valueStream().anyMatch(queue -> taskQueueSids.contains(queue.asString("")));
    }

    /** In the order of the reference's sample. */
    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (active != null) {
            parameters.add(new Parameter("Active", active.toString()));
        }
        metricIds.forEach(metric -> parameters.add(new Parameter("MetricId", metric)));
        if (!order.fields().isEmpty()) {
            parameters.add(new Parameter("Sort", String.join(",", order.fields())));
        }
        taskQueueSids.forEach(queue -> parameters.add(new Parameter("TaskQueueSids", queue)));
        return parameters;
    }

    @Override
    public ObjectNode element(ObjectNode document) {
        return RuleDocument.listed(document);
    }

    private static @Nullable Boolean active(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.badRequest("Active must be true or false");
        };
    }

    private static List<String> several(Query query, String name) {
        return query.all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> !value.isBlank())
                .toList();
    }
}
