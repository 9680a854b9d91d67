package io.github.flexalerts.reactive.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The form of date of every sample, {@code 2019-08-24T14:15:22Z}, read from its bytes. To leave it to the library costs more
 * than all the rest of a rule.
 */
final class UtcSecond {
    private static final int LENGTH = "2019-08-24T14:15:22Z".length();
    private static final long SECONDS_OF_DAY = 86_400;

    private UtcSecond() {}

    /** Reads a text; null if it has another form, or is no date. */
    static @Nullable Instant read(byte[] text, int start, int end) {
        return end - start == LENGTH && hasForm(text, start) ? instant(text, start) : null;
    }

    private static boolean hasForm(byte[] text, int start) {
        return text[start + 4] == '-'
                && text[start + 7] == '-'
                && text[start + 10] == 'T'
                && text[start + 13] == ':'
                && text[start + 16] == ':'
                && text[start + 19] == 'Z';
    }

    private static @Nullable Instant instant(byte[] text, int start) {
        int century = two(text, start);
        int year = two(text, start + 2);
        int month = two(text, start + 5);
        int day = two(text, start + 8);
        int hour = two(text, start + 11);
        int minute = two(text, start + 14);
        int second = two(text, start + 17);
        boolean digits = (century | year | month | day | hour | minute | second) >= 0;
        if (!digits || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long days = LocalDate.of(century * 100 + year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the number that two digits make, -1 if they are none. */
    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
