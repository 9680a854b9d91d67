package io.github.flexalerts.cli.settings;

import io.github.flexalerts.metrics.FlexAlertsMetrics;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.util.context.ContextView;

/** Counts and times the calls of a command, and prints a table when the client is closed. */
public final class OperationTally implements ClientInstrumentation {
    private static final String OPERATIONS = "flex.alerts.operations";
    private static final String RETRIES = "flex.alerts.retries";
    private static final String ROW = "%-14s %7s %10s %10s %10s  %s";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FlexAlertsMetrics metrics;
    private final Consumer<List<String>> report;

    public OperationTally(Consumer<List<String>> report) {
        this.report = report;
        registry.config()
                .meterFilter(MeterFilter.ignoreTags("outcome", "error", "kind"))
                .meterFilter(new Percentiles());
        metrics = FlexAlertsMetrics.builder().meters(registry).build();
    }

    @Override
    public CallInstrumentation started(Operation operation, ContextView context) {
        return metrics.started(operation, context);
    }

    @Override
    public void ambiguous(Resolution resolution) {
        metrics.ambiguous(resolution);
    }

    @Override
    public Disposable attached(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        Disposable meters = metrics.attached(governor, pool);
        return () -> {
            report.accept(table());
            meters.dispose();
        };
    }

    /** Returns a line for each operation that ended, under a line of titles. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "operation", "count", "p50", "p95", "p99", "retries"));
        registry.find(OPERATIONS).timers().stream()
                .sorted(Comparator.comparing(OperationTally::operation))
                .map(this::row)
                .forEach(lines::add);
        return lines;
    }

    private String row(Timer timer) {
        ValueAtPercentile[] percentiles = timer.takeSnapshot().percentileValues();
        return String.format(
                Locale.ROOT,
                ROW,
                operation(timer),
                timer.count(),
                millis(percentiles[0]),
                millis(percentiles[1]),
                millis(percentiles[2]),
                retries(operation(timer)));
    }

    private String retries(String operation) {
        String retries = registry.find(RETRIES).tag("operation", operation).counters().stream()
                .sorted(Comparator.comparing(OperationTally::reason))
                .map(counter -> reason(counter) + " " + (long) counter.count())
                .collect(Collectors.joining(", "));
        return retries.isEmpty() ? "none" : retries;
    }

    private static String millis(ValueAtPercentile percentile) {
        return String.format(Locale.ROOT, "%,.1f ms", percentile.value(TimeUnit.MICROSECONDS) / 1000);
    }

    private static String operation(Meter meter) {
        return String.valueOf(meter.getId().getTag("operation"));
    }

    private static String reason(Counter counter) {
        return String.valueOf(counter.getId().getTag("reason"));
    }

    /** Quantiles of operations over the whole run. */
    private static final class Percentiles implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            return id.getName().equals(OPERATIONS)
                    ? DistributionStatisticConfig.builder()
                            .percentiles(0.5, 0.95, 0.99)
                            .percentilePrecision(2)
                            .expiry(Duration.ofDays(1))
                            .build()
                            .merge(config)
                    : config;
        }
    }
}
