package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.Text;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a value that was found where another was expected. */
final class Found {
    private static final Set<String> YAML_1_1_FLAGS = Set.of("yes", "no", "on", "off", "y", "n");

    private Found() {}

    /** Returns the kind of a value. */
    static String kind(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof Collection) {
            return "a list";
        }
        return value instanceof String ? "text" : value instanceof Boolean ? "true or false" : "a number";
    }

    /** Returns the kind and, if it is short, the value. */
    static String value(@Nullable Object value) {
        String text = String.valueOf(value);
        if (value instanceof Boolean) {
            return text;
        }
        if (value instanceof Number) {
            return "the number " + Text.fit(text, 24);
        }
        if (!(value instanceof String) || !text.matches("[A-Za-z0-9.,+ -]{1,16}")) {
            return kind(value);
        }
        boolean flag = YAML_1_1_FLAGS.contains(text.toLowerCase(Locale.ROOT));
        return "the text \"" + text + "\"" + (flag ? " (YAML 1.2 knows only true and false)" : "");
    }
}
