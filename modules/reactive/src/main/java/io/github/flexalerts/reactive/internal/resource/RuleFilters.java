package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.MetricId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the filters of a listing back from the query of a page. The link of a page is the service's word, and how it writes
 * several values is not documented: it may repeat the parameter or put commas between them. What cannot be read is no filter.
 */
final class RuleFilters {
    private static final Pattern AND = Pattern.compile("&");

    private RuleFilters() {}

    /** Returns a query with the filters alone. */
    static RuleQuery of(String parameters) {
        List<String> active = values(parameters, "Active")
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.equals("true") || value.equals("false"))
                .distinct()
                .toList();
        return new RuleQuery(
                active.size() == 1 ? Boolean.valueOf(active.get(0)) : null,
                several(parameters, "MetricId").map(MetricId::of).toList(),
                several(parameters, "TaskQueueSids").toList(),
                List.of(),
                null,
                true);
    }

    /** A value with a comma in it may be one or several. */
    private static Stream<String> several(String parameters, String name) {
        return values(parameters, name)
                .flatMap(value -> Stream.concat(Stream.of(value), Arrays.stream(value.split(","))))
                .filter(value -> !value.isBlank())
                .distinct();
    }

    private static Stream<String> values(String parameters, String name) {
        String start = name + "=";
        return AND.splitAsStream(parameters)
                .filter(pair -> pair.startsWith(start))
                .flatMap(pair -> decoded(pair.substring(start.length())));
    }

    private static Stream<String> decoded(String value) {
        try {
            return Stream.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // a percent sign that starts no escape
        }
    }
}
