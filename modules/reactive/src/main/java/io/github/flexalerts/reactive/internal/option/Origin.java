package io.github.flexalerts.reactive.internal.option;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Scheme, host and port: where requests go, and the only place that they go.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port the scheme's own if none was named
 */
public record Origin(String scheme, String host, int port) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads a base URL: https, or http to the loopback; nothing beside scheme, host and port. */
    public static Origin of(URI baseUrl) {
        return of("baseUrl", baseUrl);
    }

    /** Parses the text of an option of this name; the message does not quote the text. */
    public static URI url(String name, String text) {
        try {
            return new URI(requireNonNull(text, name));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " must be a URL, as in https://flex-api.twilio.com");
        }
    }

    /** Reads the base URL that an option of this name holds. */
    public static Origin of(String name, URI baseUrl) {
        String scheme = lower(baseUrl.getScheme());
        String host = lower(baseUrl.getHost());
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(name + " must be an absolute http or https URL with a host");
        }
        if (scheme.equals("http") && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException(name + " must be https unless its host is the loopback");
        }
        boolean path = baseUrl.getRawPath() != null
                && !baseUrl.getRawPath().isEmpty()
                && !baseUrl.getRawPath().equals("/");
        if (baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException(name + " must be without a user");
        }
        if (path || baseUrl.getRawQuery() != null || baseUrl.getFragment() != null) {
            throw new IllegalArgumentException(name + " must be scheme, host and port alone");
        }
        return new Origin(scheme, host, baseUrl.getPort() < 0 ? defaultPort(scheme) : baseUrl.getPort());
    }

    public boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    public static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Returns the origin as a URL without a path. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }
}
