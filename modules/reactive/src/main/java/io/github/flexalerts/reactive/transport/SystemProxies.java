package io.github.flexalerts.reactive.transport;

import java.net.URI;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of the Java system properties: {@code https.proxyHost} for https, {@code http.proxyHost} for http, then
 * {@code socksProxyHost}, with their ports, users and passwords, and {@code http.nonProxyHosts}.
 */
record SystemProxies(Properties properties) implements Function<URI, @Nullable ProxyOptions> {
    private static final String NON_PROXY_HOSTS = "http.nonProxyHosts";

    /** Returns the proxy for an origin, null for none. */
    @Override
    public @Nullable ProxyOptions apply(URI origin) {
        boolean secure = "https".equals(origin.getScheme());
        ProxyOptions http = secure ? http("https", 443) : http("http", 80);
        return http == null ? socks() : http;
    }

    private @Nullable ProxyOptions http(String scheme, int defaultPort) {
        String host = properties.getProperty(scheme + ".proxyHost", "").strip();
        if (host.isEmpty()) {
            return null;
        }
        ProxyOptions proxy = ProxyOptions.http(host, port(scheme + ".proxyPort", defaultPort))
                .withNonProxyHosts(properties.getProperty(NON_PROXY_HOSTS, "").split("\\|"));
        return withCredentials(proxy, scheme + ".proxyUser", scheme + ".proxyPassword");
    }

    private @Nullable ProxyOptions socks() {
        String host = properties.getProperty("socksProxyHost", "").strip();
        if (host.isEmpty()) {
            return null;
        }
        ProxyOptions proxy = ProxyOptions.socks5(host, port("socksProxyPort", 1080))
                .withNonProxyHosts(
                        properties.getProperty("socksNonProxyHosts", "").split("\\|"));
        return withCredentials(proxy, "java.net.socks.username", "java.net.socks.password");
    }

    private ProxyOptions withCredentials(ProxyOptions proxy, String user, String password) {
        String name = properties.getProperty(user, "");
        return name.isEmpty() ? proxy : proxy.withCredentials(name, properties.getProperty(password, ""));
    }

    private int port(String name, int otherwise) {
        String text = properties.getProperty(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("the system property " + name + " must be a port");
        }
        return Integer.parseInt(text);
    }
}
