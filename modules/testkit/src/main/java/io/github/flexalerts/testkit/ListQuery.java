package io.github.flexalerts.testkit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parameters of a list, checked. Parameters that the reference does not name are passed over. */
record ListQuery(
        @Nullable Boolean active,
        List<String> metricIds,
        List<String> taskQueueSids,
        RuleOrder order,
        int pageSize,
        int page,
        @Nullable PageToken token) {

    private static final int MAX_PAGE_SIZE = 1000;
    private static final int DEFAULT_PAGE_SIZE = 50;

    static ListQuery of(Query query) {
        RuleOrder order = RuleOrder.of(query.last("Sort"));
        String token = query.last("PageToken");
        return new ListQuery(
                active(query.last("Active")),
                several(query, "MetricId"),
                several(query, "TaskQueueSids"),
                order,
                number(query, "PageSize", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE),
                number(query, "Page", 0, 0, Integer.MAX_VALUE),
                token == null ? null : PageToken.parse(token, order.fields().size()));
    }

    boolean accepts(StoredRule rule) {
        return (active == null || rule.document().path("active").equals(Json.bool(active)))
                && (metricIds.isEmpty() || metricIds.contains(rule.text("metric_id")))
                && (taskQueueSids.isEmpty() || hasQueue(rule));
    }

    private boolean hasQueue(StoredRule rule) {
        JsonNode queues = rule.document().path("task_queue_sids");
        return queues.valueStream().anyMatch(queue -> taskQueueSids.contains(queue.asString("")));
    }

    /** The query of the URL of a page of the same list, in the order of the reference's sample. */
    String page(int index, @Nullable PageToken token) {
        StringBuilder url = new StringBuilder();
        if (active != null) {
            append(url, "Active", active.toString());
        }
        metricIds.forEach(metric -> append(url, "MetricId", metric));
        if (!order.fields().isEmpty()) {
            append(url, "Sort", String.join(",", order.fields()));
        }
        taskQueueSids.forEach(queue -> append(url, "TaskQueueSids", queue));
        append(url, "PageSize", Integer.toString(pageSize));
        append(url, "Page", Integer.toString(index));
        if (token != null) {
            append(url, "PageToken", token.text());
        }
        return url.toString();
    }

    private static void append(StringBuilder url, String name, String value) {
        url.append(url.isEmpty() ? '?' : '&').append(name).append('=').append(Query.encode(value));
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

    private static int number(Query query, String name, int preset, int low, int high) {
        String value = query.last(name);
        if (value == null) {
            return preset;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw Refusal.badRequest(name + " must be an integer from " + low + " to " + high);
    }
}
