package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.metrics.FlexAlertsMetrics;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/** What may be attached to our client. */
final class Instruments {
    private Instruments() {}

    static ClientInstrumentation meters() {
        return FlexAlertsMetrics.builder().meters(new SimpleMeterRegistry()).build();
    }

    /** Timed by Micrometer's handler; spans would cost more, by the tracer that makes them. */
    static ClientInstrumentation observations() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
        return FlexAlertsMetrics.builder().observations(registry).build();
    }
}
