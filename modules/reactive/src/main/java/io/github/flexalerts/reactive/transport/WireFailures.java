package io.github.flexalerts.reactive.transport;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.NotYetConnectedException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/** Tells what failed on the wire, and whether the request may have been sent by then. */
final class WireFailures {
    private WireFailures() {}

    /**
     * Describes a failure.
     *
     * @param proxy the proxy that the connection goes through, null for none
     * @param begun whether the request was handed to a connection; until then nothing was sent, and no reader has run
     */
    static Throwable describe(Operation operation, Throwable error, boolean begun, @Nullable ProxyOptions proxy) {
        if (error instanceof PoolAcquirePendingLimitException full) {
            return new SaturatedException(
                    operation.id(),
                    full.getAcquirePendingLimit() + " calls wait for a connection, the limit",
                    null,
                    List.of());
        }
        TransportException ofProxy = proxy == null ? null : ProxyFailures.describe(operation, error, begun, proxy);
        if (ofProxy != null) {
            return ofProxy;
        }
        if (error instanceof UnknownHostException) {
            return failure(operation, Reason.DNS, false, error);
        }
        if (isConnect(error) || (!begun && isUnconnected(error))) {
            return error instanceof SSLException
                    ? TransportException.tls(operation.id(), TlsFailures.detail(error), error)
                    : failure(operation, Reason.CONNECT, false, error);
        }
        return isOfTheNetwork(error)
                ? failure(operation, isTimeout(error) ? Reason.TIMEOUT : Reason.CONNECTION, true, error)
                : error;
    }

    static boolean isConnect(Throwable error) {
        return error instanceof ConnectException
                || error instanceof ConnectTimeoutException
                || error instanceof NoRouteToHostException
                || error instanceof PoolAcquireTimeoutException
                || error instanceof PoolShutdownException;
    }

    private static boolean isUnconnected(Throwable error) {
        return isOfTheNetwork(error)
                || error instanceof IllegalStateException; // Netty's resolver, when the transport was closed
    }

    private static boolean isTimeout(Throwable error) {
        return error instanceof ReadTimeoutException;
    }

    /** Whatever the network threw; a bug in a reader is none of these and stays itself. */
    static boolean isOfTheNetwork(Throwable error) {
        return error instanceof IOException
                || error instanceof ChannelException
                || error instanceof AbortedException
                || error instanceof NotYetConnectedException // epoll reads a socket that broke as it was connected
                || error instanceof RejectedExecutionException; // the I/O threads end while a call is under way
    }

    private static TransportException failure(Operation operation, Reason reason, boolean sent, Throwable cause) {
        return new TransportException(operation.id(), reason, sent, List.of(), cause);
    }
}
