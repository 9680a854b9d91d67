package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.core.rule.MetricId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Warns of a metric that the reference does not list, and names the nearest one that it does. */
final class MetricNames {
    private MetricNames() {}

    static void warn(Console console, List<String> metrics) {
        List<String> known = MetricId.documented().stream().map(MetricId::value).toList();
        for (String metric : metrics) {
            if (!known.contains(metric)) {
                console.say("warning: '" + Text.fit(metric, 64) + "' is not a metric of the reference; did you mean '"
                        + nearest(metric, known) + "'? It is sent as it is");
            }
        }
    }

    static String nearest(String metric, List<String> known) {
        String bare = bare(metric);
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(bare, bare(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** Case, blanks and parentheses are what is mistyped most. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Returns the number of characters to insert, delete or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
