package io.github.flexalerts.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark, decoded, in the order in which they came. */
public record Query(List<Parameter> parameters) {

    public record Parameter(String name, String value) {}

    /** Reads the query of a request target; a percent sign that starts no escape is an {@link IllegalArgumentException}. */
    public static Query of(String target) {
        int mark = target.indexOf('?');
        List<Parameter> parameters = new ArrayList<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                if (!pair.isEmpty()) {
                    parameters.add(parameter(pair));
                }
            }
        }
        return new Query(List.copyOf(parameters));
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Parameter(decode(pair), "")
                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    @Nullable
    public String last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, UTF_8);
    }
}
