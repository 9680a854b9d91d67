package io.github.flexalerts.reactive.transport;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of the Java system properties, chosen as Reactor Netty's {@code proxyWithSystemProperties()} chooses it: {@code
 * https.proxyHost}, else {@code http.proxyHost}, else {@code socksProxyHost}, for all requests.
 */
record SystemProxy(Properties properties) {
    private static final String NONE = "";

    /** Returns the proxy, null for none; an {@link IllegalArgumentException} names a property that is wrong. */
    @Nullable
    ProxyOptions options() {
        if (isSet("https.proxyHost")) {
            return http("https", 443);
        }
        return isSet("http.proxyHost") ? http("http", 80) : socks();
    }

    private ProxyOptions http(String scheme, int defaultPort) {
        ProxyOptions proxy = ProxyOptions.http(host(scheme + ".proxyHost"), port(scheme + ".proxyPort", defaultPort));
        return complete(proxy, scheme + ".proxyUser", scheme + ".proxyPassword", "http.nonProxyHosts");
    }

    private @Nullable ProxyOptions socks() {
        if (!isSet("socksProxyHost")) {
            return null;
        }
        ProxyOptions proxy = ProxyOptions.socks5(host("socksProxyHost"), port("socksProxyPort", 1080));
        return complete(proxy, "java.net.socks.username", "java.net.socks.password", "socksNonProxyHosts");
    }

    private ProxyOptions complete(ProxyOptions proxy, String user, String password, String nonProxyHosts) {
        ProxyOptions some = proxy.withNonProxyHosts(value(nonProxyHosts).split("\\|"));
        return isSet(user) ? some.withCredentials(value(user), properties.getProperty(password, NONE)) : some;
    }

    private String host(String name) {
        try {
            return ProxyOptions.http(value(name), 1).host();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the system property " + name + " must be a name or an address of a host", e);
        }
    }

    private int port(String name, int otherwise) {
        String text = value(name);
        int port = text.isEmpty() ? otherwise : text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the system property " + name + " must be a port from 1 to 65535");
        }
        return port;
    }

    private boolean isSet(String name) {
        return !value(name).isEmpty();
    }

    private String value(String name) {
        return properties.getProperty(name, NONE).strip();
    }
}
