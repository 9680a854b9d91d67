package io.github.flexalerts.metrics;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** Builds {@link FlexAlertsMetrics}. Not safe for use by several threads. */
public final class FlexAlertsMetricsBuilder {
    private @Nullable MeterRegistry meters;
    private @Nullable ObservationRegistry observations;
    private OperationObservationConvention operations = DefaultOperationObservationConvention.INSTANCE;
    private AttemptObservationConvention attempts = DefaultAttemptObservationConvention.INSTANCE;
    private boolean histograms;

    FlexAlertsMetricsBuilder() {}

    /**
     * Sets where meters are registered; nowhere by default.
     *
     * @param registry the registry
     * @return this builder
     */
    public FlexAlertsMetricsBuilder meters(MeterRegistry registry) {
        this.meters = requireNonNull(registry, "registry");
        return this;
    }

    /**
     * Sets where each operation and each attempt is observed; nowhere by default. What comes of it, spans for one, is for
     * the handlers of that registry. A parent is taken from the subscriber's Reactor context, and from the thread if there
     * is none.
     *
     * @param registry the registry
     * @return this builder
     */
    public FlexAlertsMetricsBuilder observations(ObservationRegistry registry) {
        this.observations = requireNonNull(registry, "registry");
        return this;
    }

    /**
     * Sets name and tags of operations; {@link DefaultOperationObservationConvention} by default. For meters it is asked
     * once for each combination of the closed values of an {@link OperationContext}.
     *
     * @param convention the convention
     * @return this builder
     */
    public FlexAlertsMetricsBuilder operationConvention(OperationObservationConvention convention) {
        this.operations = requireNonNull(convention, "convention");
        return this;
    }

    /**
     * Sets name and tags of attempts; {@link DefaultAttemptObservationConvention} by default, and
     * {@link OpenTelemetryAttemptObservationConvention} is the other one that there is. For meters it is asked once for each
     * combination of the closed values of an {@link AttemptContext}.
     *
     * @param convention the convention
     * @return this builder
     */
    public FlexAlertsMetricsBuilder attemptConvention(AttemptObservationConvention convention) {
        this.attempts = requireNonNull(convention, "convention");
        return this;
    }

    /**
     * Sets whether the timers of operations and attempts have buckets, which Prometheus can make quantiles of; not by
     * default, since each bucket is a series more. The bounds are those that OpenTelemetry names, 5 ms to 10 s.
     *
     * @param histograms whether they have
     * @return this builder
     */
    public FlexAlertsMetricsBuilder histograms(boolean histograms) {
        this.histograms = histograms;
        return this;
    }

    /**
     * Builds the metrics. Nothing is registered before a client is built with them.
     *
     * @return the metrics
     * @throws IllegalStateException if there is no registry at all
     */
    public FlexAlertsMetrics build() {
        if (meters == null && observations == null) {
            throw new IllegalStateException("meters or observations must be set, or there is nothing to report to");
        }
        return new FlexAlertsMetrics(
                meters == null ? null : home(meters, operations, attempts, histograms),
                observations == null ? null : new Observations(observations, operations, attempts));
    }

    private static MeterHome home(
            MeterRegistry registry,
            OperationObservationConvention operations,
            AttemptObservationConvention attempts,
            boolean histograms) {
        return new MeterHome(() -> new Meters(registry, operations, attempts, histograms));
    }
}
