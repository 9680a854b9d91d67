package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.Transport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Thousands of calls are cancelled one after the other, as an operator does when one of them fails. */
class CancelStormTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CALLS = 20_000;
    private static final int ADMITTED = 8;

    /** A thread that cancels may lose its processor for a while; without the governor's care it would be thousands. */
    private static final int FEW = 64;

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final NettyTransport netty = NettyTransport.create();
    private final CountingTransport wire = new CountingTransport(netty);

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void stop() {
        Hooks.resetOnErrorDropped();
        netty.close();
    }

    @Test
    void endsInOneErrorWhenTheQueueIsFull() {
        try (FakeFlex flex = FakeFlex.builder().rules(1).start()) {
            flex.inject(Fault.parse("delay@rules.fetch=200ms"));
            FlexAlertsClient client = client(flex);
            String sid = flex.sids().get(0);
            assertThatExceptionOfType(SaturatedException.class)
                    .isThrownBy(() -> Flux.range(0, CALLS)
                            .flatMap(i -> client.rules().fetch(sid), CALLS)
                            .blockLast(LIMIT))
                    .withMessage("rules.fetch not sent: 10000 calls wait already, the limit");
            long start = System.nanoTime();
            Settled.await(netty, client);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(wire.exchanges).hasValueBetween(ADMITTED, FEW);
            assertThat(dropped).isEmpty();
            client.rules().fetch(sid).block(LIMIT);
        }
    }

    @Test
    void admitsNoCallWhileWaitingCallsAreCancelled() {
        try (FakeFlex flex = FakeFlex.builder().rules(1).start()) {
            flex.inject(Fault.parse("delay@rules.fetch=200ms"));
            FlexAlertsClient client = client(flex);
            String sid = flex.sids().get(0);
            List<Disposable> calls = Flux.range(0, 10_000)
                    .map(i -> client.rules().fetch(sid).subscribe())
                    .collectList()
                    .block(LIMIT);
            calls.forEach(Disposable::dispose);
            Settled.await(netty, client);
            assertThat(wire.exchanges).hasValueBetween(ADMITTED, FEW);
            assertThat(dropped).isEmpty();
        }
    }

    @Test
    void admitsNoCallBeforeTheCancellationsEnd() {
        VirtualTimeScheduler timer = VirtualTimeScheduler.create();
        ScriptedTransport silent = new ScriptedTransport(ScriptedTransport.silence());
        FlexAlertsClient client = PagedTransport.client(silent).timer(timer).build();
        List<Disposable> calls = Flux.range(0, 10_000)
                .map(i -> client.rules().fetch("QY1").subscribe())
                .collectList()
                .block(LIMIT);
        calls.forEach(Disposable::dispose);
        timer.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(silent.requests).hasSize(ADMITTED);
        assertThat(silent.cancelled).hasValue(ADMITTED);
        assertThat(client.snapshot().inFlight()).isZero();
        assertThat(client.snapshot().interactiveQueued()).isZero();
        assertThat(dropped).isEmpty();
    }

    private FlexAlertsClient client(FakeFlex flex) {
        return FlexAlertsClient.builder()
                .baseUrl(flex.baseUrl())
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .transport(wire)
                .build();
    }

    /** Counts what reaches the wire. */
    private static final class CountingTransport implements Transport {
        private final AtomicInteger exchanges = new AtomicInteger();
        private final NettyTransport netty;

        private CountingTransport(NettyTransport netty) {
            this.netty = netty;
        }

        @Override
        public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
            exchanges.incrementAndGet();
            return netty.exchange(request, reader);
        }

        @Override
        public int maxConcurrency() {
            return netty.maxConcurrency();
        }
    }
}
