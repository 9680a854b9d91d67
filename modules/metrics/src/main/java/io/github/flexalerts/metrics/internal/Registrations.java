package io.github.flexalerts.metrics.internal;

import io.github.flexalerts.metrics.FlexAlertsMeterDocumentation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Registers meters with their descriptions and units, remembers them, and removes them all at the end. */
public final class Registrations {
    /** The bounds that OpenTelemetry names for {@code http.client.request.duration}, in seconds. */
    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofMinutes(2);

    private final MeterRegistry registry;
    private final boolean histograms;
    private final Set<Meter> registered = new LinkedHashSet<>();
    private boolean closed;

    public Registrations(MeterRegistry registry, boolean histograms) {
        this.registry = registry;
        this.histograms = histograms;
    }

    /** Whether a meter of this name with these tags is there already. */
    public boolean has(String name, Tags tags) {
        return registry.find(name).tags(tags).meter() != null;
    }

    public Counter counter(FlexAlertsMeterDocumentation meter, Tags tags) {
        return keep(Counter.builder(meter.getName())
                .description(meter.description())
                .baseUnit(meter.getBaseUnit())
                .tags(tags)
                .register(registry));
    }

    DistributionSummary summary(FlexAlertsMeterDocumentation meter) {
        return keep(DistributionSummary.builder(meter.getName())
                .description(meter.description())
                .baseUnit(meter.getBaseUnit())
                .register(registry));
    }

    public Timer timer(FlexAlertsMeterDocumentation meter, Tags tags) {
        return keep(Timer.builder(meter.getName())
                .description(meter.description())
                .tags(tags)
                .register(registry));
    }

    /** A timer of operations or attempts, whose name is its convention's. */
    public Timer timer(FlexAlertsMeterDocumentation meter, String name, Tags tags) {
        Timer.Builder timer =
                Timer.builder(name).description(meter.description()).tags(tags);
        if (histograms) {
            timer.serviceLevelObjectives(DoubleStream.of(BUCKETS)
                            .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                            .toArray(Duration[]::new))
                    .minimumExpectedValue(LEAST)
                    .maximumExpectedValue(MOST);
        }
        return keep(timer.register(registry));
    }

    public LongTaskTimer active(String name, Tags tags) {
        return keep(LongTaskTimer.builder(name)
                .description(FlexAlertsMeterDocumentation.OPERATIONS_ACTIVE.description())
                .tags(tags)
                .register(registry));
    }

    Gauge gauge(FlexAlertsMeterDocumentation meter, Supplier<Number> value, Tag... tags) {
        return keep(Gauge.builder(meter.getName(), value)
                .description(meter.description())
                .baseUnit(meter.getBaseUnit())
                .tags(Tags.of(tags))
                .register(registry));
    }

    public synchronized void close() {
        closed = true;
        registered.forEach(registry::remove);
        registered.clear();
    }

    /** What a call registers that ends after the last client was closed goes at once. */
    private synchronized <M extends Meter> M keep(M meter) {
        if (closed) {
            registry.remove(meter);
        } else {
            registered.add(meter);
        }
        return meter;
    }
}
