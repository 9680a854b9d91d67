package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.Variables;
import io.github.flexalerts.reactive.transport.ProxyOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment names: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}. If
 * a variable is set in both cases, the lower-case one counts. Messages name the variable and never its value, which may hold a password.
 */
final class ProxyVariables {
    private static final String HTTPS = "HTTPS_PROXY";
    private static final String HTTP = "HTTP_PROXY";
    private static final String ALL = "ALL_PROXY";
    private static final String NONE = "NO_PROXY";
    private static final Pattern PROXY = Pattern.compile(
            "(?:([a-zA-Z0-9]+)://)?(?:(.*)@)?(\\[[0-9a-fA-F:.]+]|[^@:/?#\\[\\]\\s]+)(?::([0-9]{1,5}))?/?");

    private final Map<String, ProxyOptions> proxies = new TreeMap<>();

    private ProxyVariables() {}

    /** Reads the variables, or throws an {@link InputException} that names the one that is wrong. */
    static ProxyVariables of(Map<String, String> env) {
        ProxyVariables read = new ProxyVariables();
        String[] direct = direct(value(env, NONE));
        for (String name : List.of(HTTPS, HTTP, ALL)) {
            String value = value(env, name);
            if (!value.isEmpty()) {
                read.proxies.put(name, proxy(name, value).withNonProxyHosts(direct));
            }
        }
        return read;
    }

    /** Tells whether any is set; otherwise the Java system properties decide. */
    boolean areSet() {
        return !proxies.isEmpty();
    }

    /** Returns the proxy for an origin, null for none. */
    @Nullable
    ProxyOptions proxy(URI origin) {
        return proxies.get(variable(origin));
    }

    /** Returns the variable that decides on an origin. */
    String variable(URI origin) {
        String own = "https".equals(origin.getScheme()) ? HTTPS : HTTP;
        return proxies.containsKey(own) ? own : ALL;
    }

    private static String value(Map<String, String> env, String name) {
        String lower = Variables.value(env, name.toLowerCase(Locale.ROOT));
        return lower.isEmpty() ? Variables.value(env, name) : lower;
    }

    private static ProxyOptions proxy(String name, String value) {
        Matcher parts = PROXY.matcher(value);
        if (!parts.matches()) {
            throw new InputException(name + " is not a valid proxy; use http://HOST:PORT or socks5://HOST:PORT");
        }
        try {
            ProxyOptions proxy = proxy(name, parts);
            return parts.group(2) == null ? proxy : withCredentials(proxy, parts.group(2));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    name + " is not a valid proxy: its port must be between 1 and 65535, its user must not contain a"
                            + " colon, and a % in its user or password must be written as %25");
        }
    }

    private static ProxyOptions proxy(String name, Matcher parts) {
        String scheme = parts.group(1) == null ? "http" : parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(3);
        String port = parts.group(4);
        return switch (scheme) {
            case "http" -> ProxyOptions.http(host, port == null ? 80 : Integer.parseInt(port));
            case "socks5", "socks5h", "socks" ->
                ProxyOptions.socks5(host, port == null ? 1080 : Integer.parseInt(port));
            default -> throw new InputException(name + " must begin with http://, socks5:// or socks5h://");
        };
    }

    private static ProxyOptions withCredentials(ProxyOptions proxy, String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return proxy.withCredentials(decoded(user), decoded(password));
    }

    /** A plus is a plus here, unlike in a form. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A name also matches all its subdomains, as in curl. */
    private static String[] direct(String value) {
        List<String> hosts = new ArrayList<>();
        for (String entry : value.split("[,\\s]+", -1)) {
            if (!entry.isEmpty()) {
                String bare = entry.startsWith(".") ? entry.substring(1) : entry;
                hosts.add(bare);
                if (!bare.startsWith("*") && !bare.startsWith("[") && !bare.matches("[0-9.]+(:[0-9]+)?")) {
                    hosts.add("." + bare);
                }
            }
        }
        return hosts.toArray(String[]::new);
    }
}
