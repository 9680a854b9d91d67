package io.github.flexalerts.reactive.transport;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that connections go through. Immutable; each method returns a copy.
 *
 * @param kind how the proxy is spoken to
 * @param host the proxy's host, a name or an address and nothing else; it is part of messages
 * @param port the proxy's port, 1 to 65535
 * @param user the user name; null if the proxy needs no password
 * @param password the user's password; null if there is no user
 * @param nonProxyHosts hosts that are connected to directly: {@code example.com}, {@code .example.com} for every host below
 *     it, {@code 10.*} or {@code *} with wildcards; each may end in a port, as in {@code example.com:8443}
 * @param proxiesLoopback whether the loopback is connected to through the proxy too; false by default
 */
public record ProxyOptions(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        List<String> nonProxyHosts,
        boolean proxiesLoopback) {

    /** A name, an IPv4 address, or an IPv6 address with or without brackets. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]+|[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*" + "|\\[[0-9a-fA-F:.]+]");

    /** How a proxy is spoken to. */
    public enum Kind {
        /** HTTP with {@code CONNECT}. */
        HTTP,
        /** SOCKS, version 5. */
        SOCKS5
    }

    /**
     * Creates the options.
     *
     * @throws IllegalArgumentException if the host is not a name or an address, the port is out of range, or the user holds a
     *     colon; no message quotes the value
     */
    public ProxyOptions {
        requireNonNull(kind, "kind");
        if (!HOST.matcher(requireNonNull(host, "host")).matches()) {
            throw new IllegalArgumentException(
                    "host must be a name or an address; user and password have their own option");
        }
        if (user != null && user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("user must not contain a colon");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535, was " + port);
        }
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /**
     * Returns an HTTP proxy without a password.
     *
     * @param host the proxy's host
     * @param port the proxy's port, 1 to 65535
     * @return the options
     * @throws IllegalArgumentException if the host is not a name or an address, or the port is out of range
     */
    public static ProxyOptions http(String host, int port) {
        return new ProxyOptions(Kind.HTTP, host, port, null, null, List.of(), false);
    }

    /**
     * Returns a SOCKS 5 proxy without a password.
     *
     * @param host the proxy's host
     * @param port the proxy's port, 1 to 65535
     * @return the options
     * @throws IllegalArgumentException if the host is not a name or an address, or the port is out of range
     */
    public static ProxyOptions socks5(String host, int port) {
        return new ProxyOptions(Kind.SOCKS5, host, port, null, null, List.of(), false);
    }

    /**
     * Returns these options with a user.
     *
     * @param user who uses the proxy
     * @param password the user's password, never part of a message or of {@link #toString()}
     * @return a copy
     */
    public ProxyOptions withCredentials(String user, String password) {
        return new ProxyOptions(
                kind,
                host,
                port,
                requireNonNull(user, "user"),
                requireNonNull(password, "password"),
                nonProxyHosts,
                proxiesLoopback);
    }

    /**
     * Returns these options with other hosts that are connected to directly.
     *
     * @param hosts the patterns, see {@link #nonProxyHosts()}
     * @return a copy
     */
    public ProxyOptions withNonProxyHosts(String... hosts) {
        return new ProxyOptions(kind, host, port, user, password, List.of(hosts), proxiesLoopback);
    }

    /**
     * Returns these options for the loopback too, which is otherwise always connected to directly.
     *
     * @return a copy
     */
    public ProxyOptions withLoopback() {
        return new ProxyOptions(kind, host, port, user, password, nonProxyHosts, true);
    }

    /**
     * Returns whether a connection goes through this proxy.
     *
     * @param targetHost the host to connect to
     * @param targetPort the port to connect to
     * @return false for the loopback, unless asked for, and for hosts that are connected to directly
     */
    public boolean applies(String targetHost, int targetPort) {
        return (proxiesLoopback || !NonProxyHosts.isLoopback(targetHost))
                && nonProxyHosts.stream().noneMatch(pattern -> NonProxyHosts.matches(pattern, targetHost, targetPort));
    }

    /**
     * Returns what messages call the proxy.
     *
     * @return the host and the port
     */
    public String address() {
        return (host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Returns the kind, the host and the port, and the user with the password masked. */
    @Override
    public String toString() {
        return "ProxyOptions[" + kind + " " + address() + (user == null ? "" : ", user=" + user + ", password=***")
                + "]";
    }
}
