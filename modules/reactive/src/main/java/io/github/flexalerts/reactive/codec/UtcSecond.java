package io.github.flexalerts.reactive.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The form of date of every sample, {@code 2019-08-24T14:15:22Z}, read where the parser has it. To make a text of it and
 * leave that to the library costs half of the decoding.
 */
final class UtcSecond {
    private static final String FORM = "0000-00-00T00:00:00Z";
    private static final long SECONDS_OF_DAY = 86_400;

    private UtcSecond() {}

    /** Reads the text at the parser's current token; null if it has another form, or is no date. */
    static @Nullable Instant read(JsonParser parser) {
        if (parser.getStringLength() != FORM.length()) {
            return null;
        }
        char[] text = parser.getStringCharacters();
        int start = parser.getStringOffset();
        return hasForm(text, start) ? instant(text, start) : null;
    }

    private static boolean hasForm(char[] text, int start) {
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            char actual = text[start + i];
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant instant(char[] text, int start) {
        int hour = two(text, start + 11);
        int minute = two(text, start + 14);
        int second = two(text, start + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            int year = two(text, start) * 100 + two(text, start + 2);
            long days = LocalDate.of(year, two(text, start + 5), two(text, start + 8))
                    .toEpochDay();
            return Instant.ofEpochSecond(days * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int two(char[] text, int at) {
        return (text[at] - '0') * 10 + text[at + 1] - '0';
    }
}
