package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** A handler, a convention or a registry that throws changes the outcome of no call. */
class BrokenInstrumentsTest {
    private final Service service = new Service();

    @AfterEach
    void stop() {
        service.close();
    }

    static Stream<FlexAlertsMetrics> broken() {
        return Stream.of(
                FlexAlertsMetrics.builder().meters(new BrokenRegistry()).build(),
                FlexAlertsMetrics.builder().meters(new LaterBrokenRegistry()).build(),
                FlexAlertsMetrics.builder().observations(brokenObservations()).build(),
                FlexAlertsMetrics.builder()
                        .meters(new SimpleMeterRegistry())
                        .observations(brokenObservations())
                        .build(),
                withBrokenConventions().meters(new SimpleMeterRegistry()).build(),
                withBrokenConventions().observations(withHandler()).build());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void changeNoOutcome(FlexAlertsMetrics metrics) {
        for (String fault :
                new String[] {"delay=0ms", "status@1=503", "status=404", "foreign-link", "created-then-reset@1"}) {
            for (Calls call : Calls.values()) {
                assertThat(outcome(metrics, call, fault))
                        .as("%s, %s", call, fault)
                        .isEqualTo(outcome(ClientInstrumentation.NOOP, call, fault));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void changeNoCancellation(FlexAlertsMetrics metrics) {
        service.befall("hang");
        FlexAlertsClient client = service.client(metrics);
        for (Calls call : Calls.values()) {
            Flux.from(call.of(client, service.sid())).subscribe().dispose();
        }
        assertThat(client.snapshot().inFlight()).isZero();
        assertThat(client.snapshot().interactiveQueued()).isZero();
        client.close();
    }

    private String outcome(ClientInstrumentation instrumentation, Calls call, String fault) {
        service.befall(fault);
        try (FlexAlertsClient client =
                service.builder(instrumentation).lookAhead(0).build()) {
            return Service.run(call.of(client, service.sid())) + " x"
                    + service.flex().requestCount();
        }
    }

    private static ObservationRegistry brokenObservations() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            private final AtomicInteger calls = new AtomicInteger();

            @Override
            public void onStart(Observation.Context context) {
                fail();
            }

            @Override
            public void onStop(Observation.Context context) {
                fail();
            }

            @Override
            public void onError(Observation.Context context) {
                fail();
            }

            @Override
            public void onScopeOpened(Observation.Context context) {
                fail();
            }

            /** Not always, so that every place is reached. */
            private void fail() {
                if (calls.incrementAndGet() % 3 != 0) {
                    throw new IllegalStateException("broken handler");
                }
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return registry;
    }

    private static ObservationRegistry withHandler() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(context -> true);
        return registry;
    }

    private static FlexAlertsMetricsBuilder withBrokenConventions() {
        return FlexAlertsMetrics.builder()
                .operationConvention(new DefaultOperationObservationConvention() {
                    @Override
                    public KeyValues getLowCardinalityKeyValues(OperationContext context) {
                        throw new IllegalStateException("broken convention");
                    }
                })
                .attemptConvention(new DefaultAttemptObservationConvention() {
                    @Override
                    public String getName() {
                        throw new IllegalStateException("broken convention");
                    }
                });
    }

    /** Registers nothing. */
    private static final class BrokenRegistry extends SimpleMeterRegistry {
        @Override
        protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector detector) {
            throw new IllegalStateException("broken registry");
        }
    }

    /** Registers what it is given at first, and then no more. */
    private static final class LaterBrokenRegistry extends SimpleMeterRegistry {
        LaterBrokenRegistry() {
            super(SimpleConfig.DEFAULT, Clock.SYSTEM);
        }

        @Override
        protected LongTaskTimer newLongTaskTimer(Meter.Id id, DistributionStatisticConfig config) {
            throw new NoSuchMethodError("broken registry");
        }

        @Override
        protected Counter newCounter(Meter.Id id) {
            if (id.getName().contains("retries")) {
                throw new IllegalStateException("broken registry");
            }
            return super.newCounter(id);
        }
    }
}
