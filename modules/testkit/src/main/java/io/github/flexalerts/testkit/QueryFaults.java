package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.internal.fault.FaultAction;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults of how a list's query is read: the answer is well-formed, but not what was asked for. */
public final class QueryFaults {
    private static final List<String> FILTERS = List.of("Active", "MetricId", "TaskQueueSids", "FriendlyName");

    static final List<FaultKind<Fault>> KINDS = List.of(new FaultKind<>(
            "ignored-filters",
            "[FILTER,...]",
            "Lists as if these filters had not been given, all of them by default; the links do not name them"
                    + " either.",
            argument -> argument.isEmpty() ? ignoredFilters() : ignoredFilters(argument.split(",", -1))));

    private QueryFaults() {}

    /**
     * Lists as if filters had not been given, as a service that does not know them does, or a gateway that drops them.
     *
     * @param filters of {@code Active}, {@code MetricId} and {@code TaskQueueSids} of rules, and {@code FriendlyName} of
     *     queues; none for all of them
     * @throws IllegalArgumentException if a filter is none of these
     */
    public static Fault ignoredFilters(String... filters) {
        List<String> given = List.of(filters);
        given.stream().filter(name -> !FILTERS.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "a filter must be one of " + String.join(", ", FILTERS) + ", was " + name);
        });
        Set<String> ignored = Set.copyOf(given.isEmpty() ? FILTERS : given);
        return Fault.of("ignored-filters", String.join(",", given), new IgnoredFilters(ignored));
    }

    /** Shows on lists with one of these filters. */
    private record IgnoredFilters(Set<String> names) implements FaultAction {

        @Override
        public boolean concerns(Exchange exchange) {
            Operation operation = exchange.route().operation();
            return operation != null && operation.lists() && pairs(exchange).anyMatch(this::isIgnored);
        }

        @Override
        public Exchange change(Exchange exchange) {
            return exchange.withQuery(
                    pairs(exchange).filter(pair -> !isIgnored(pair)).collect(Collectors.joining("&")));
        }

        private boolean isIgnored(String pair) {
            return names.contains(pair.split("=", 2)[0]);
        }

        private static Stream<String> pairs(Exchange exchange) {
            return Arrays.stream(exchange.query().split("&"));
        }
    }
}
