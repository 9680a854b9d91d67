package io.github.flexalerts.reactive.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The shapes that members of a rule can be read from; null for every other. */
final class Shapes {
    private Shapes() {}

    /** ISO 8601 is documented here, RFC 2822 for other resources of the service. */
    static @Nullable Instant instant(Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return rfc(text);
        }
    }

    private static @Nullable Instant rfc(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Tells whether the whole number at the parser's current token fits. */
    static boolean isLong(JsonParser parser) {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }
}
