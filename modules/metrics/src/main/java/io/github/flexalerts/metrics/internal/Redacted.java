package io.github.flexalerts.metrics.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Removes the values from a query, because filters and page tokens may contain personal data. */
public final class Redacted {
    private Redacted() {}

    public static String query(String target) {
        int start = target.indexOf('?');
        if (start < 0) {
            return target;
        }
        String query = Arrays.stream(target.substring(start + 1).split("&", -1))
                .map(parameter -> parameter.replaceFirst("=.*", "=REDACTED"))
                .collect(Collectors.joining("&"));
        return target.substring(0, start + 1) + query;
    }
}
