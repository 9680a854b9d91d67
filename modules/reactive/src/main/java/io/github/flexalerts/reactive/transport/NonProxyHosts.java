package io.github.flexalerts.reactive.transport;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which hosts are connected to directly. */
final class NonProxyHosts {
    private static final Pattern WITH_PORT = Pattern.compile("([^:]*|\\[.*]):([0-9]{1,5})");
    private static final Pattern LOOPBACK =
            Pattern.compile("(.*\\.)?localhost|127(\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");

    private NonProxyHosts() {}

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(plain(host)).matches();
    }

    static boolean matches(String pattern, String host, int port) {
        Matcher withPort = WITH_PORT.matcher(pattern.strip());
        boolean hasPort = withPort.matches();
        if (hasPort && !withPort.group(2).equals(String.valueOf(port))) {
            return false;
        }
        String hosts = plain(hasPort ? withPort.group(1) : pattern.strip());
        String target = plain(host);
        if (hosts.startsWith(".")) {
            return target.endsWith(hosts);
        }
        String regex = Pattern.quote(hosts).replace("*", "\\E.*\\Q");
        return !hosts.isEmpty() && target.matches(regex);
    }

    private static String plain(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return (bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare).toLowerCase(Locale.ROOT);
    }
}
