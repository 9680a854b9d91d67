package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.TransportException;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

class WireFailuresTest {
    private static final String ITSELF = "itself";

    /** A failure, what it is before the request was handed to a connection, and what after; sent is marked with a !. */
    static Stream<Arguments> table() {
        return Stream.of(
                row(new UnknownHostException(), "DNS", "DNS"),
                row(new ConnectException(), "CONNECT", "CONNECT"),
                row(new ConnectTimeoutException(), "CONNECT", "CONNECT"),
                row(new NoRouteToHostException(), "CONNECT", "CONNECT"),
                row(new PoolAcquireTimeoutException(Duration.ofSeconds(1)), "CONNECT", "CONNECT"),
                row(new PoolShutdownException(), "CONNECT", "CONNECT"),
                row(new SSLHandshakeException("expired"), "TLS", "CONNECTION!"),
                row(new SslHandshakeTimeoutException("late"), "TLS", "CONNECTION!"),
                row(new SSLException("bad record"), "TLS", "CONNECTION!"),
                row(new IOException("reset"), "CONNECT", "CONNECTION!"),
                row(new ClosedChannelException(), "CONNECT", "CONNECTION!"),
                row(new ChannelException(), "CONNECT", "CONNECTION!"),
                row(AbortedException.beforeSend(), "CONNECT", "CONNECTION!"),
                row(new NotYetConnectedException(), "CONNECT", "CONNECTION!"),
                row(new RejectedExecutionException(), "CONNECT", "CONNECTION!"),
                row(new BrokenAnswer(), "CONNECT", "CONNECTION!"),
                row(ReadTimeoutException.INSTANCE, "CONNECT", "TIMEOUT!"),
                row(new IllegalStateException("executor not accepting a task"), "CONNECT", ITSELF),
                row(new IllegalArgumentException("a reader's bug"), ITSELF, ITSELF),
                row(new AssertionError("a reader's bug"), ITSELF, ITSELF));
    }

    private static Arguments row(Throwable failure, String before, String after) {
        return Arguments.of(failure, before, after);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("table")
    void reportsTheFailureAndWhetherTheRequestWasSent(Throwable failure, String before, String after) {
        assertThat(told(failure, false)).isEqualTo(before);
        assertThat(told(failure, true)).isEqualTo(after);
    }

    private static String told(Throwable failure, boolean begun) {
        @Nullable Throwable told = WireFailures.describe(Operation.CREATE_RULE, failure, begun, null);
        if (told instanceof TransportException transport) {
            assertThat(transport.operation()).isEqualTo("rules.create");
            assertThat(transport).hasCause(failure);
            return transport.reason() + (transport.requestSent() ? "!" : "");
        }
        assertThat(told).isSameAs(failure);
        return ITSELF;
    }
}
