package io.github.flexalerts.metrics;

import static io.github.flexalerts.metrics.Service.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.Transport;
import io.github.flexalerts.testkit.ReceivedRequest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Spans by a real tracer bridge: parents, traces, and what the service receives of them. */
class ObservationsTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final FlexAlertsMetrics metrics =
            FlexAlertsMetrics.builder().observations(registry).build();
    private final Service service = new Service();
    private final FlexAlertsClient client;

    ObservationsTest() {
        Tracer otel = provider.get("test");
        OtelTracer tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {});
        OtelPropagator propagator =
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel);
        registry.observationConfig()
                .observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
        client = service.client(metrics);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
        provider.close();
    }

    @Test
    void nestsAttemptsUnderTheirOperationAndPropagatesTheTrace() {
        service.befall("status@1-2=503");
        run(client.rules().fetch(service.sid()));
        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).hasSize(4);
        SpanData operation = spans.get(3);
        assertThat(operation.getName()).isEqualTo("rules.fetch");
        assertThat(operation.getParentSpanContext().isValid()).isFalse();
        assertThat(attributes(operation))
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("kind", "successful_with_retry");
        List<SpanData> attempts = spans.subList(0, 3);
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.getName()).isEqualTo("GET /v1/Instances/{InstanceSid}/InsightsRules/{Sid}");
            assertThat(attempt.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(attempt.getTraceId()).isEqualTo(operation.getTraceId());
            assertThat(attempt.getParentSpanId()).isEqualTo(operation.getSpanId());
        });
        assertThat(attempts).extracting(span -> attributes(span).get("status")).containsExactly("503", "503", "200");
        assertThat(attempts)
                .extracting(span -> attributes(span).get("http.request.resend_count"))
                .containsExactly(null, "1", "2");
        assertThat(attempts)
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET);
        assertThat(service.flex().requests())
                .extracting(ObservationsTest::traceparent)
                .containsExactlyElementsOf(attempts.stream()
                        .map(span -> "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                                + span.getSpanContext().getTraceFlags().asHex())
                        .toList());
    }

    @Test
    void putsTheCallsOfAWorkflowUnderIt() {
        service.befall("status@1=503");
        run(Calls.CREATE_ALERT.of(client, service.sid()));
        List<SpanData> spans = exporter.getFinishedSpanItems();
        SpanData workflow = spans.get(spans.size() - 1);
        assertThat(workflow.getName()).isEqualTo("alerts.create");
        assertThat(attributes(workflow))
                .containsEntry("operation", "alerts.create")
                .containsEntry("outcome", "SUCCESS");
        assertThat(spans)
                .filteredOn(span -> span.getParentSpanId().equals(workflow.getSpanId()))
                .extracting(SpanData::getName)
                .containsExactly(
                        "configuration.fetch",
                        "channels.fetch",
                        "queues.list",
                        "rules.list",
                        "notifications.create",
                        "rules.create");
    }

    @Test
    void takesItsParentFromTheSubscribersContext() {
        Observation request = Observation.start("request", registry);
        run(Flux.from(client.rules().fetch(service.sid()))
                .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, request)));
        request.stop();
        assertIsParent("request", "rules.fetch");
    }

    @Test
    void takesItsParentFromTheThreadOtherwise() {
        Observation.createNotStarted("request", registry)
                .observe(() -> run(client.rules().fetch(service.sid())));
        assertIsParent("request", "rules.fetch");
    }

    @Test
    void makesTheAttemptTheParentInTheTransport() {
        AtomicReference<Observation> seen = new AtomicReference<>();
        NettyTransport netty = NettyTransport.create();
        Transport spying = new Transport() {
            @Override
            public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
                return Flux.deferContextual(context -> {
                    seen.set(context.get(ObservationThreadLocalAccessor.KEY));
                    return netty.exchange(request, reader);
                });
            }
        };
        FlexAlertsClient own = service.builder(metrics).transport(spying).build();
        run(own.rules().fetch(service.sid()));
        assertThat(seen.get().getContextView()).isInstanceOf(AttemptContext.class);
        netty.close();
    }

    @Test
    void makesOneSpanOfAListingAndOneOfEachPage() {
        run(client.rules().list(RuleQuery.builder().pageSize(2).build()));
        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getName).hasSize(4).contains("rules.list");
        SpanData listing = spans.stream()
                .filter(span -> span.getName().equals("rules.list"))
                .findFirst()
                .orElseThrow();
        assertThat(spans)
                .filteredOn(span -> span != listing)
                .allMatch(span -> span.getParentSpanId().equals(listing.getSpanId()))
                .allMatch(span -> !attributes(span).get("url.full").matches(".*=(?!REDACTED).*"));
    }

    @Test
    void putsTheCallForATokenUnderTheCallThatNeedsIt() {
        FlexAlertsClient own = service.builder(metrics)
                .credentials(Credentials.oauth(
                        "OQ1", "secret", URI.create(service.flex().baseUrl() + "/token")))
                .build();
        run(own.rules().fetch(service.sid()));
        own.close();
        assertIsParent("rules.fetch", "token.fetch");
        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::toString)
                .noneMatch(span -> span.contains("secret"));
    }

    @Test
    void endsItsSpansWhenItIsCancelled() {
        service.befall("hang");
        Disposable running = client.rules().fetch(service.sid()).subscribe();
        running.dispose();
        assertThat(exporter.getFinishedSpanItems())
                .hasSize(2)
                .allSatisfy(span -> assertThat(attributes(span)).containsEntry("outcome", "CANCELLED"));
    }

    @Test
    void countsNothingTwiceWhenMetersAreAttachedToo() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry timed = ObservationRegistry.create();
        timed.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        FlexAlertsMetrics both =
                FlexAlertsMetrics.builder().meters(meters).observations(timed).build();
        try (FlexAlertsClient own = service.client(both)) {
            callAll(own);
        }
        SimpleMeterRegistry alone = new SimpleMeterRegistry();
        List<String> expected;
        try (FlexAlertsClient own =
                service.client(FlexAlertsMetrics.builder().meters(alone).build())) {
            callAll(own);
            expected = timers(alone);
        }
        assertThat(timers(meters)).isEqualTo(expected).hasSizeGreaterThan(4);
    }

    @Test
    void leavesTheTimersToTheMetersWhereNoHandlerTimes() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        FlexAlertsMetrics both = FlexAlertsMetrics.builder()
                .meters(meters)
                .observations(registry)
                .build();
        try (FlexAlertsClient own = service.client(both)) {
            callAll(own);
            assertThat(timers(meters)).hasSizeGreaterThan(4);
            assertThat(meters.get("flex.alerts.operations").timers()).allMatch(timer -> timer.count() == 1);
        }
        assertThat(exporter.getFinishedSpanItems()).isNotEmpty();
    }

    private void callAll(FlexAlertsClient own) {
        service.befall("status@rules.fetch:1=503");
        run(own.rules().fetch(service.sid()));
        service.befall("status=404");
        run(own.rules().delete(service.sid()));
        service.befall("reset-before-headers");
        run(own.rules().create(Service.spec("x")));
        service.befall("hang");
        own.rules().list().subscribe().dispose();
    }

    /** Operations and attempts with all that they are told apart by, and their counts. */
    private static List<String> timers(SimpleMeterRegistry registry) {
        TreeSet<String> timers = new TreeSet<>();
        for (String name : List.of("flex.alerts.operations", "flex.alerts.attempts")) {
            registry.find(name).timers().forEach(timer -> timers.add(id(timer) + " " + timer.count()));
        }
        registry.find("flex.alerts.operations.active").longTaskTimers().forEach(timer -> timers.add(id(timer)));
        return List.copyOf(timers);
    }

    private static String id(Meter meter) {
        return meter.getId().getName() + meter.getId().getTags();
    }

    private void assertIsParent(String parent, String child) {
        SpanData upper = span(parent);
        assertThat(span(child).getParentSpanId()).isEqualTo(upper.getSpanId());
        assertThat(span(child).getTraceId()).isEqualTo(upper.getTraceId());
    }

    private SpanData span(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> attributes(SpanData span) {
        Map<String, String> attributes = new TreeMap<>();
        Map<AttributeKey<?>, Object> all = span.getAttributes().asMap();
        all.forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
        return attributes;
    }

    private static String traceparent(ReceivedRequest request) {
        return request.header("traceparent");
    }
}
