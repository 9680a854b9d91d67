package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/** How connections are kept, bounded and given up. */
class ConnectionsTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONGER = Duration.ofMillis(150);

    private final RawService service = service();

    private static RawService service() {
        try {
            return new RawService(RawService::ok);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    @Test
    void keepsAConnectionForTheNextCall() {
        try (NettyTransport transport = NettyTransport.create()) {
            assertThat(connectionsOfTwoCalls(transport)).isOne();
        }
    }

    @Test
    void usesNoConnectionThatWaitedTooLong() {
        try (NettyTransport transport =
                NettyTransport.builder().maxIdleTime(SHORT).build()) {
            assertThat(connectionsOfTwoCalls(transport)).isEqualTo(2);
        }
    }

    @Test
    void usesNoConnectionThatIsTooOld() {
        try (NettyTransport transport =
                NettyTransport.builder().maxLifeTime(SHORT).build()) {
            assertThat(connectionsOfTwoCalls(transport)).isEqualTo(2);
        }
    }

    private int connectionsOfTwoCalls(NettyTransport transport) {
        assertThat(call(transport).block(Calls.LIMIT)).isEqualTo("200 /");
        Mono.delay(LONGER).block(Calls.LIMIT);
        assertThat(call(transport).block(Calls.LIMIT)).isEqualTo("200 /");
        return service.connections();
    }

    /** Seen in the settings, for the next look at the connections is 15 s away. */
    @Test
    void looksForConnectionsThatWaitTooLongInTheBackground() {
        AtomicReference<ConnectionProvider> connections = new AtomicReference<>();
        NettyTransport.builder()
                .httpClient(http -> {
                    connections.set(http.configuration().connectionProvider());
                    return http;
                })
                .build()
                .close();

        assertThat(connections.get().mutate())
                .extracting("evictionInterval", "maxIdleTime", "maxLifeTime")
                .containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    @Test
    void limitsConnectionsAndWaitingCalls() {
        try (FakeFlex flex = FakeFlex.start();
                NettyTransport transport = NettyTransport.builder()
                        .maxConnections(2)
                        .maxPending(1)
                        .acquireTimeout(Duration.ofMillis(500))
                        .build()) {
            flex.inject(Fault.parse("hang"));
            Mono<String> call = Calls.call(transport, flex.baseUrl(), "/v1/Configuration");
            Disposable both = Flux.merge(call, call).subscribe();
            flex.awaitRequests(2, Calls.LIMIT);

            CompletableFuture<String> waiting = call.toFuture();
            Throwable refused = Calls.failure(call);

            assertThat(refused).isInstanceOf(SaturatedException.class).hasMessageContaining("1 calls wait");
            assertFailure(Calls.failure(Mono.fromFuture(waiting)), Reason.CONNECT, false);
            assertThat(flex.requestCount()).isEqualTo(2);
            both.dispose();
            Calls.assertNoneInUse(transport);
        }
    }

    @Test
    void hasNoConnectionInUseWhenACallHasEnded() {
        try (NettyTransport transport = NettyTransport.builder().ioThreads(1).build()) {
            for (int i = 0; i < 200; i++) {
                int inUse = call(transport)
                        .map(answer -> -1)
                        .concatWith(Mono.fromSupplier(() -> transport.pool().active()))
                        .blockLast(Calls.LIMIT);
                assertThat(inUse).isZero();
            }
            assertThat(service.connections()).isOne();
        }
    }

    @Test
    void reportsThatNothingWasSentAfterClose() {
        NettyTransport transport = NettyTransport.create();
        assertThat(call(transport).block(Calls.LIMIT)).isEqualTo("200 /");
        transport.close();

        for (int i = 0; i < 20; i++) {
            Throwable failure = Calls.failure(call(transport));
            assertThat(failure).isInstanceOf(FlexAlertsException.class);
            assertFailure(failure, Reason.CONNECT, false);
        }
        assertThat(service.connections()).isOne();
    }

    @Test
    void reportsThatNothingWasSentWithoutAHandshake() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ServerSocket plain = new ServerSocket(0);
                NettyTransport transport = NettyTransport.create()) {
            Thread answering = new Thread(() -> {
                try (var connection = plain.accept()) {
                    connection.getOutputStream().write(RawService.ok("Bobby Tables"));
                    over.await();
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            answering.start();

            Throwable failure = Calls.failure(Calls.call(transport, "https://127.0.0.1:" + plain.getLocalPort(), "/"));

            assertFailure(failure, Reason.TLS, false);
            assertThat(failure).hasRootCauseMessage("the answer is not TLS");
            Calls.assertNoneInUse(transport);
            over.countDown();
            answering.join();
        }
    }

    private static void assertFailure(Throwable failure, Reason reason, boolean sent) {
        assertThat(failure).isInstanceOf(TransportException.class);
        assertThat(((TransportException) failure).reason()).isEqualTo(reason);
        assertThat(((TransportException) failure).requestSent()).isEqualTo(sent);
    }

    private Mono<String> call(NettyTransport transport) {
        return Calls.call(transport, service.origin(), "/");
    }
}
