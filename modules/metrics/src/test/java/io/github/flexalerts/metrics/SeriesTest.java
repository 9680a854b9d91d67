package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.metrics.internal.SeriesBound;
import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.reactive.CallInstrumentation.Retry;
import io.github.flexalerts.reactive.CallInstrumentation.Suppression;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.testkit.Fault;
import io.micrometer.core.instrument.HighCardinalityTagsDetector;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many series there are, whatever happens, and that no tag holds data. */
class SeriesTest {
    private static final Path FAULTS =
            Path.of("..", "reactive", "src", "test", "resources", "fault-matrix", "faults.txt");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration TINY = Duration.ofMillis(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Random random = new Random(20261124);

    @Test
    void staysWithinTheBoundOverTheWholeFaultMatrix() throws IOException {
        FlexAlertsMetrics metrics = FlexAlertsMetrics.builder().meters(registry).build();
        List<String> faults;
        try (Stream<String> lines = Files.lines(FAULTS)) {
            faults = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('|')).strip())
                    .toList();
        }
        try (Service service = new Service();
                FlexAlertsClient client = service.builder(metrics)
                        .retry(new RetryPolicy(3, TINY, TINY, TINY, TINY))
                        .attemptTimeout(Duration.ofMillis(200))
                        .operationTimeout(Duration.ofSeconds(2))
                        .maxPages(10)
                        .build()) {
            for (String fault : faults) {
                service.befall(fault);
                callAll(client, service);
                for (Calls call : Calls.values()) {
                    service.flex().reset();
                    service.flex().inject(Fault.parse(fault).onRequest(1));
                    end(call.of(client, service.sid())).block(LIMIT);
                }
            }
            assertThat(registry.getMeters()).hasSizeBetween(120, SeriesBound.MOST);
            try (HighCardinalityTagsDetector detector = new HighCardinalityTagsDetector(registry, 200, LIMIT)) {
                assertThat(detector.findFirst()).isEmpty();
            }
            assertThat(values()).isSubsetOf(words());
            assertThat(registry.get("flex.alerts.operations.active").longTaskTimers())
                    .allMatch(active -> active.activeTasks() == 0);
        }
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void staysWithinTheBoundForEveryOutcomeOfEveryOperation() {
        Meters meters = new Meters(
                registry,
                DefaultOperationObservationConvention.INSTANCE,
                DefaultAttemptObservationConvention.INSTANCE,
                false);
        meters.client("only");
        Set<Object> distinct = new TreeSet<>(Comparator.comparing(System::identityHashCode));
        for (Operation operation : Operation.values()) {
            distinct.add(meters.active(operation));
            for (ErrorType error : ErrorType.values()) {
                for (Outcome outcome : Outcome.values()) {
                    distinct.add(meters.operation(operation, outcome, error, outcome != Outcome.SUCCESS));
                    for (int status = 0; status < Statuses.COUNT; status++) {
                        distinct.add(meters.attempt(operation, "https://flex", 1 + status % 2, status, outcome, error));
                    }
                }
            }
            Stream.of(Retry.values()).forEach(reason -> distinct.add(meters.retries(operation, reason)));
            Stream.of(Suppression.values()).forEach(cause -> distinct.add(meters.suppressed(operation, cause)));
        }
        assertThat(registry.getMeters()).hasSizeLessThanOrEqualTo(SeriesBound.MOST);
        assertThat(registry.find("flex.alerts.attempts").tag("outcome", "other").timers())
                .hasSize(1);
        assertThat(registry.find("flex.alerts.retries")
                        .tag("operation", "other")
                        .counters())
                .hasSize(1);
        meters.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    private void callAll(FlexAlertsClient client, Service service) {
        Flux.fromArray(Calls.values())
                .flatMap(call -> end(call.of(
                        random.nextInt(4) == 0 ? client.forInstance(id("GO")) : client,
                        random.nextInt(4) == 0 ? id("QY") : service.sid())))
                .blockLast(LIMIT);
    }

    private static Mono<Void> end(Publisher<?> call) {
        return Flux.from(call).then().onErrorComplete();
    }

    private String id(String prefix) {
        return prefix + String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    private Set<String> values() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that a tag can say. */
    private static Set<String> words() {
        return MeterTable.values().entrySet().stream()
                .flatMap(key -> key.getValue().stream().map(value -> key.getKey() + "=" + value))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
