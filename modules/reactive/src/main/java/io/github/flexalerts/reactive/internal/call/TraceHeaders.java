package io.github.flexalerts.reactive.internal.call;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers that an instrumentation may add: none that would break the request, or say who calls. */
final class TraceHeaders {
    private static final Set<String> OURS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private TraceHeaders() {}

    static Map<String, String> checked(Map<String, String> headers) {
        if (headers.isEmpty()) {
            return Map.of();
        }
        Map<String, String> checked = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (isToken(name) && isText(value) && !OURS.contains(name.toLowerCase(Locale.ROOT))) {
                checked.put(name, value);
            }
        });
        return checked;
    }

    /** Puts them before the headers of the client, which win whatever the case of their names. */
    static Map<String, String> before(Map<String, String> ours, Map<String, String> theirs) {
        if (theirs.isEmpty()) {
            return ours;
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(ours);
        theirs.forEach(all::putIfAbsent);
        return all;
    }

    private static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && "(),/:;<=>?@[\\]{}\"".indexOf(c) < 0);
    }

    private static boolean isText(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
