package io.github.flexalerts.reactive.transport;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.NotYetConnectedException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/** Tells what failed on the wire, and whether the request may have been sent by then. */
final class WireFailures {
    private static final int MAX_CAUSES = 8;
    private static final Pattern PROXY_STATUS = Pattern.compile("status: ([1-5][0-9]{2})\\b");

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
        if (proxy != null) {
            ProxyConnectException refused = refusal(error);
            if (refused != null || (!begun && isOfTheProxy(error))) {
                return ofProxy(operation, proxy, refused == null ? error : refused);
            }
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

    /** What waits for the proxy, as the beginning of TLS, fails with the proxy's failure as its cause. */
    private static @Nullable ProxyConnectException refusal(Throwable error) {
        Throwable cause = error;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof ProxyConnectException refused) {
                return refused;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Behind a proxy only the proxy is connected to; a wait for a place in the pool and TLS are not its doing. */
    private static boolean isOfTheProxy(Throwable error) {
        return !(error instanceof PoolAcquireTimeoutException
                        || error instanceof PoolShutdownException
                        || error instanceof SSLException)
                && (error instanceof UnknownHostException || isConnect(error) || isOfTheNetwork(error));
    }

    /** Netty's message names the kind of authentication and the status, never the password. */
    private static TransportException ofProxy(Operation operation, ProxyOptions proxy, Throwable error) {
        String message = String.valueOf(error.getMessage());
        Matcher status = PROXY_STATUS.matcher(message);
        if (error instanceof ProxyConnectException && status.find()) {
            int code = Integer.parseInt(status.group(1));
            String hint = code == 407 ? ", it asks for another user or password" : "";
            return TransportException.proxy(
                    operation.id(), proxy.address(), "it answered " + code + hint, code < 500, error);
        }
        if (message.contains("authStatus")) {
            return TransportException.proxy(
                    operation.id(), proxy.address(), "it does not accept the user or the password", true, error);
        }
        String what = error instanceof UnknownHostException
                ? "its name could not be resolved"
                : error instanceof ProxyConnectException
                        ? message.contains("timeout")
                                ? "it did not answer in time"
                                : "it closed or refused the connection"
                        : "it cannot be reached";
        return TransportException.proxy(operation.id(), proxy.address(), what, false, error);
    }

    private static boolean isConnect(Throwable error) {
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
