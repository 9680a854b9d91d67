package io.github.flexalerts.testkit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request leads: an operation on an instance, and on a rule where the path names one.
 *
 * @param operation what is asked for, or null when the path or the method is not documented
 * @param instanceSid the instance that the path names
 * @param sid the rule that the path names
 * @param allowed the methods that the path knows, empty when the path itself is unknown
 */
record Route(
        @Nullable Operation operation,
        @Nullable String instanceSid,
        @Nullable String sid,
        List<String> allowed) {

    private static final Route NONE = new Route(null, null, null, List.of());

    private static final Pattern PATH = Pattern.compile("/v1/Instances/([^/]+)/InsightsRules(?:/([^/]+))?");

    static Route of(String method, String rawPath) {
        Matcher matcher = PATH.matcher(rawPath);
        if (!matcher.matches()) {
            return NONE;
        }
        String sid = matcher.group(2);
        return sid == null
                ? new Route(onList(method), matcher.group(1), null, List.of("GET", "POST"))
                : new Route(onRule(method), matcher.group(1), sid, List.of("GET", "POST", "DELETE"));
    }

    private static @Nullable Operation onList(String method) {
        return switch (method) {
            case "POST" -> Operation.CREATE;
            case "GET" -> Operation.LIST;
            default -> null;
        };
    }

    private static @Nullable Operation onRule(String method) {
        return switch (method) {
            case "GET" -> Operation.FETCH;
            case "POST" -> Operation.UPDATE;
            case "DELETE" -> Operation.DELETE;
            default -> null;
        };
    }
}
