package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.TransportException;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

class ExchangeTest {
    private static final ApiRequest REQUEST =
            new ApiRequest(Operation.FETCH_RULE, "http://127.0.0.1", "/", Map.of("Authorization", "Basic x"), null);

    private final TestPublisher<String> wire = TestPublisher.create();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final HttpHeaders headers = new DefaultHttpHeaders();
    private ContextView context = Context.empty();
    private final Flux<String> exchange = Exchange.of(
            REQUEST,
            null,
            request -> Flux.deferContextual(seen -> {
                context = seen;
                return wire.flux();
            }));

    @Test
    void sendsTheHeadersOfItsRequest() {
        exchange.as(StepVerifier::create)
                .then(this::begin)
                .then(() -> assertThat(headers.get("Authorization")).isEqualTo("Basic x"))
                .thenCancel()
                .verify(Calls.LIMIT);
    }

    @Test
    void closesTheConnectionThatItGetsAfterItWasCancelled() {
        exchange.as(StepVerifier::create).thenAwait().thenCancel().verify(Calls.LIMIT);
        wire.assertCancelled();

        begin();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesTheConnectionOpenOtherwise() {
        exchange.as(StepVerifier::create)
                .then(this::begin)
                .then(() -> assertThat(channel.isOpen()).isTrue())
                .thenCancel()
                .verify(Calls.LIMIT);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void reportsItsEndAfterTheConnectionIsReleased() {
        List<String> told = new ArrayList<>();
        exchange.subscribe(told::add, error -> told.add("failed"), () -> told.add("completed"));
        begin();
        wire.next("one");

        wire.complete();

        assertThat(told).containsExactly("one");
        channel.runPendingTasks();
        assertThat(told).containsExactly("one", "completed");
    }

    @Test
    void reportsAFailureAfterTheConnectionIsReleased() {
        List<Throwable> told = new ArrayList<>();
        exchange.subscribe(value -> {}, told::add);
        begin();

        wire.error(new IOException("reset"));

        assertThat(told).isEmpty();
        channel.runPendingTasks();
        assertThat(told)
                .singleElement()
                .satisfies(error ->
                        assertThat(((TransportException) error).requestSent()).isTrue());
    }

    @Test
    void reportsThatNothingWasSentWithoutAConnection() {
        List<Throwable> told = new ArrayList<>();
        exchange.subscribe(value -> {}, told::add);

        wire.error(new IllegalStateException("executor not accepting a task"));

        assertThat(told)
                .singleElement()
                .satisfies(error ->
                        assertThat(((TransportException) error).requestSent()).isFalse());
    }

    private void begin() {
        HttpClientRequest sent = (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "currentContextView" -> context;
                    case "requestHeaders" -> headers;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Exchange.begin(sent, Connection.from(channel));
    }
}
