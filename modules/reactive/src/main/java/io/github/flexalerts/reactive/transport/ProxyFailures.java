package io.github.flexalerts.reactive.transport;

import io.github.flexalerts.core.error.TransportException;
import io.netty.handler.proxy.ProxyConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/**
 * Says what a proxy did when it did not connect. Netty has one exception for all of it, so its message is read: it names the
 * step and the status, and neither user nor password.
 */
final class ProxyFailures {
    private static final int MAX_CAUSES = 8;
    private static final Pattern HTTP_STATUS = Pattern.compile("status: ([1-5][0-9]{2})\\b");
    private static final Pattern SOCKS_REFUSAL = Pattern.compile("(?i)unexpected authMethod|status: FORBIDDEN");
    private static final Set<Integer> LATER = Set.of(408, 429);

    private ProxyFailures() {}

    /** Describes the failure, or returns null if the proxy did connect. */
    static @Nullable TransportException describe(
            Operation operation, Throwable error, boolean begun, ProxyOptions proxy) {
        ProxyConnectException refused = refusal(error);
        if (refused != null) {
            return ofRefusal(operation, proxy, refused);
        }
        if (begun || !isOfTheProxy(error)) {
            return null;
        }
        String what = error instanceof UnknownHostException ? "its name could not be resolved" : "it cannot be reached";
        return TransportException.proxy(operation.id(), proxy.address(), what, false, error);
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

    private static TransportException ofRefusal(Operation operation, ProxyOptions proxy, ProxyConnectException error) {
        String message = String.valueOf(error.getMessage());
        Matcher status = HTTP_STATUS.matcher(message);
        if (status.find()) {
            int code = Integer.parseInt(status.group(1));
            String hint = code == 407 ? ", it requires another user or password" : "";
            boolean lasting = code < 500 && !LATER.contains(code);
            return TransportException.proxy(
                    operation.id(), proxy.address(), "it answered " + code + hint, lasting, error);
        }
        if (message.contains("authStatus")) {
            return TransportException.proxy(
                    operation.id(), proxy.address(), "it does not accept the user or the password", true, error);
        }
        if (SOCKS_REFUSAL.matcher(message).find()) {
            return TransportException.proxy(
                    operation.id(), proxy.address(), "it refuses the connection, or requires a password", true, error);
        }
        String what = message.contains("timeout") ? "it did not answer in time" : "it closed the connection";
        return TransportException.proxy(operation.id(), proxy.address(), what, false, error);
    }

    /** Behind a proxy only the proxy is connected to; a wait for a place in the pool and TLS are not its doing. */
    private static boolean isOfTheProxy(Throwable error) {
        boolean ofOthers = error instanceof PoolAcquireTimeoutException
                || error instanceof PoolShutdownException
                || error instanceof SSLException;
        return !ofOthers
                && (error instanceof UnknownHostException
                        || WireFailures.isConnect(error)
                        || WireFailures.isOfTheNetwork(error));
    }
}
