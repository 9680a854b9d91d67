package io.github.flexalerts.testkit.internal.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Where a request leads: an operation, whose it is, and on what where the path names it.
 *
 * @param operation what is asked for, or null when the path or the method is not documented
 * @param owner the instance or workspace that the path names, or an empty text
 * @param key what of the owner's the path names, or an empty text
 * @param allowed the methods that the path knows, empty when the path itself is unknown
 */
public record Route(@Nullable Operation operation, String owner, String key, List<String> allowed) {

    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

    public static Route of(String method, String rawPath) {
        List<Operation> there = Arrays.stream(Operation.values())
                .filter(operation -> operation.matcher(rawPath).matches())
                .toList();
        return there.isEmpty() ? new Route(null, "", "", List.of()) : of(method, rawPath, there);
    }

    private static Route of(String method, String rawPath, List<Operation> there) {
        Matcher path = there.get(0).matcher(rawPath);
        List<String> allowed = METHODS.stream()
                .filter(known -> there.stream().map(Operation::method).anyMatch(known::equals))
                .toList();
        return new Route(
                there.stream()
                        .filter(operation -> operation.method().equals(method))
                        .findFirst()
                        .orElse(null),
                path.matches() && path.groupCount() > 0 ? path.group(1) : "",
                path.groupCount() > 1 ? path.group(2) : "",
                allowed);
    }
}
