package io.github.flexalerts.reactive.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes that members of a rule can be read from; null for every other. */
final class Shapes {
    private static final String UTC_SECOND = "0000-00-00T00:00:00Z";
    private static final long SECONDS_OF_DAY = 86_400;

    private Shapes() {}

    @SuppressWarnings("unchecked")
    static @Nullable List<String> texts(Object raw) {
        return raw instanceof List<?> elements && elements.stream().allMatch(String.class::isInstance)
                ? (List<String>) elements
                : null;
    }

    static @Nullable Duration millis(Object raw) {
        Long millis = whole(raw);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** ISO 8601 is documented here, RFC 2822 for other resources of the service. */
    static @Nullable Instant instant(Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
        if (isUtcSecond(text)) {
            return utcSecond(text);
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return rfc(text);
        }
    }

    /** The form of every sample, {@code 2019-08-24T14:15:22Z}; to format it by the library costs half of the decoding. */
    private static boolean isUtcSecond(String text) {
        if (text.length() != UTC_SECOND.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char expected = UTC_SECOND.charAt(i);
            char actual = text.charAt(i);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant utcSecond(String text) {
        try {
            long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            int seconds = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                    .toSecondOfDay();
            return Instant.ofEpochSecond(days * SECONDS_OF_DAY + seconds);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static @Nullable Instant rfc(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Long whole(@Nullable Object raw) {
        return raw instanceof Integer || raw instanceof Long ? ((Number) raw).longValue() : null;
    }
}
