package io.github.flexalerts.reactive.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The form of date of every sample, {@code 2019-08-24T14:15:22Z}, read where it stands. To make a text of it and leave that
 * to the library costs more than all the rest of a rule.
 */
final class UtcSecond {
    private static final int LENGTH = "2019-08-24T14:15:22Z".length();
    private static final long SECONDS_OF_DAY = 86_400;

    private UtcSecond() {}

    /** Reads the next text; one that has another form, or is no date, is {@link NotPlain}. */
    static Instant read(PlainJson json) {
        int start = json.skipText();
        byte[] text = json.bytes();
        if (json.position() - 1 - start != LENGTH || !hasForm(text, start)) {
            throw new NotPlain();
        }
        return instant(text, start);
    }

    private static boolean hasForm(byte[] text, int start) {
        return text[start + 4] == '-'
                && text[start + 7] == '-'
                && text[start + 10] == 'T'
                && text[start + 13] == ':'
                && text[start + 16] == ':'
                && text[start + 19] == 'Z';
    }

    private static Instant instant(byte[] text, int start) {
        int century = two(text, start);
        int year = two(text, start + 2);
        int month = two(text, start + 5);
        int day = two(text, start + 8);
        int hour = two(text, start + 11);
        int minute = two(text, start + 14);
        int second = two(text, start + 17);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new NotPlain();
        }
        try {
            long days = LocalDate.of(century * 100 + year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second);
        } catch (DateTimeException e) {
            throw new NotPlain();
        }
    }

    /** Returns the number that two digits make. */
    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new NotPlain();
        }
        return tens * 10 + ones;
    }
}
