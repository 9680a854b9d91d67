package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.silence;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What becomes of calls when their client is closed. */
class CloseTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();

    @Test
    void endsACallThatWasSent() {
        ScriptedTransport wire = new ScriptedTransport(silence());
        FlexAlertsClient client = client(wire).build();
        subscribe(client.rules().fetch("QY1"));
        client.close();
        assertThat(closed().requestSent()).isTrue();
        assertThat(errors.get(0))
                .hasMessage("rules.fetch failed: the client was closed after the request was sent "
                        + "after 1 attempt [#1 closed after 0 ms]");
        assertThat(wire.cancelled).hasValue(1);
        assertThat(client.snapshot().inFlight()).isZero();
        timer.advanceTimeBy(Duration.ofMinutes(2));
        assertThat(errors).hasSize(1);
    }

    @Test
    void leavesACreateThatWasSentAmbiguous() {
        FlexAlertsClient client = client(new ScriptedTransport(silence())).build();
        subscribe(client.rules().create(RuleOperationsTest.spec("x")));
        client.close();
        assertThat(errors)
                .singleElement()
                .isInstanceOf(AmbiguousOutcomeException.class)
                .extracting(Throwable::getCause)
                .isInstanceOf(ClientClosedException.class);
    }

    @Test
    void endsACallThatWaitsForAdmission() {
        ScriptedTransport wire = new ScriptedTransport(silence());
        FlexAlertsClient client = client(wire).maxConcurrency(1).build();
        subscribe(client.rules().fetch("QY1"));
        subscribe(client.rules().create(RuleOperationsTest.spec("x")));
        client.close();
        assertThat(errors).hasSize(2).allMatch(ClientClosedException.class::isInstance);
        assertThat(errors)
                .filteredOn(error -> ((FlexAlertsException) error).operation().equals("rules.create"))
                .singleElement()
                .matches(error -> !((ClientClosedException) error).requestSent());
        assertThat(wire.requests).hasSize(1);
        assertThat(client.snapshot().interactiveQueued()).isZero();
    }

    @Test
    void endsACallThatWaitsForItsNextAttempt() {
        ScriptedTransport wire = new ScriptedTransport(status(503));
        FlexAlertsClient client = client(wire).build();
        subscribe(client.rules().fetch("QY1"));
        client.close();
        assertThat(closed().attempts()).extracting("status").containsExactly(503);
        timer.advanceTimeBy(Duration.ofMinutes(2));
        assertThat(wire.requests).hasSize(1);
        assertThat(errors).hasSize(1);
    }

    @Test
    void endsACallThatWaitsForAToken() {
        FlexAlertsClient client = client(new ScriptedTransport(silence()))
                .credentials(Credentials.oauth("OQ1", "s3cret"))
                .build();
        subscribe(client.rules().fetch("QY1"));
        client.close();
        assertThat(errors).singleElement().isInstanceOf(ClientClosedException.class);
    }

    @Test
    void fetchesTheTokenAgainIfTheFetchingClientIsClosed() {
        TokenWire wire = new TokenWire();
        Credentials credentials = Credentials.oauth("OQ1", "s3cret");
        FlexAlertsClient one = client(wire).credentials(credentials).build();
        FlexAlertsClient two = client(wire).credentials(credentials).build();
        subscribe(one.rules().fetch("QY1"));
        AtomicInteger rules = new AtomicInteger();
        two.rules().fetch("QY1").subscribe(rule -> rules.incrementAndGet(), errors::add);
        assertThat(wire.tokens).hasValue(1);
        one.close();
        assertThat(errors).singleElement().isInstanceOf(ClientClosedException.class);
        assertThat(wire.tokens).hasValue(2);
        assertThat(rules).hasValue(1);
    }

    @Test
    void endsAListingWhoseConsumerPauses() {
        FlexAlertsClient client = client(new PagedTransport(100, 10)).build();
        List<String> seen = new CopyOnWriteArrayList<>();
        client.rules().list().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                subscription.request(3);
            }

            @Override
            protected void hookOnNext(io.github.flexalerts.core.rule.Rule rule) {
                seen.add(rule.sid());
            }

            @Override
            protected void hookOnError(Throwable error) {
                errors.add(error);
            }
        });
        client.close();
        assertThat(errors).isEmpty(); // what was fetched already is delivered when it is asked for
        assertThat(seen).hasSize(3);
        assertThat(fail(client.rules().list().collectList())).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void makesEveryLaterCallFailAtOnce() {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"sid\":\"QY1\"}"));
        FlexAlertsClient client = client(wire).build();
        FlexAlertsClient other =
                client.forInstance("GO00000000000000000000000000000002").lane(Lane.BULK);
        client.close();
        client.close();
        assertThat(fail(client.rules().fetch("QY1")))
                .isInstanceOf(ClientClosedException.class)
                .hasMessage("rules.fetch failed: the client was closed before the request was sent");
        assertThat(fail(other.rules().delete("QY1"))).isInstanceOf(ClientClosedException.class);
        assertThat(fail(other.rules().create(RuleOperationsTest.spec("x")))).isInstanceOf(ClientClosedException.class);
        assertThat(wire.requests).isEmpty();
    }

    @Test
    void leavesTheTransportOfTheCallerOpen() {
        CountingClose wire = new CountingClose();
        FlexAlertsClient client = client(wire).build();
        client.close();
        assertThat(wire.closed).hasValue(0);
    }

    @Test
    void closesWithinAValueThatIsPassedOn() {
        FlexAlertsClient client = client(new PagedTransport(100, 10)).build();
        assertThatExceptionOfType(FlexAlertsException.class)
                .isThrownBy(() ->
                        client.rules().list().doOnNext(rule -> client.close()).blockLast(LIMIT))
                .havingRootCause()
                .isInstanceOf(ClientClosedException.class);
    }

    @Test
    void endsCallsOverHttp() {
        try (FakeFlex flex = FakeFlex.builder().rules(3).start()) {
            flex.inject(Fault.parse("delay@rules.fetch=60s"));
            NettyTransport transport = NettyTransport.create();
            FlexAlertsClient client = FlexAlertsClient.builder()
                    .baseUrl(flex.baseUrl())
                    .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                    .instanceSid(flex.instanceSid())
                    .transport(transport)
                    .build();
            Flux.range(0, 20)
                    .flatMap(i -> client.rules().fetch(flex.sids().get(0)).onErrorResume(error -> {
                        errors.add(error);
                        return Mono.empty();
                    }))
                    .mergeWith(Mono.delay(Duration.ofMillis(300))
                            .doOnNext(late -> client.close())
                            .then(Mono.empty()))
                    .blockLast(LIMIT);
            assertThat(errors).hasSize(20).allMatch(ClientClosedException.class::isInstance);
            Settled.await(transport, client);
            transport.close();
            transport.close();
        }
    }

    private ClientClosedException closed() {
        assertThat(errors).singleElement().isInstanceOf(ClientClosedException.class);
        return (ClientClosedException) errors.get(0);
    }

    private void subscribe(Mono<?> call) {
        call.subscribe(value -> {}, errors::add);
    }

    private static Throwable fail(Mono<?> call) {
        return call.map(value -> (Throwable) new AssertionError("it succeeded"))
                .onErrorResume(Mono::just)
                .block(LIMIT);
    }

    private FlexAlertsClientBuilder client(Transport wire) {
        return PagedTransport.client(wire).timer(timer);
    }

    /** Answers nothing to the first call for a token, and a token to the next ones. */
    private static final class TokenWire implements Transport {
        private final AtomicInteger tokens = new AtomicInteger();
        private final ScriptedTransport silent = new ScriptedTransport(silence());
        private final ScriptedTransport token =
                new ScriptedTransport(json(200, "{\"access_token\":\"t1\",\"expires_in\":3600}"));
        private final ScriptedTransport rules = new ScriptedTransport(json(200, "{\"sid\":\"QY1\"}"));

        @Override
        public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
            if (request.operation() != Operation.FETCH_TOKEN) {
                return rules.exchange(request, reader);
            }
            return (tokens.incrementAndGet() == 1 ? silent : token).exchange(request, reader);
        }
    }

    private static final class CountingClose implements Transport {
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
            return Flux.never();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
