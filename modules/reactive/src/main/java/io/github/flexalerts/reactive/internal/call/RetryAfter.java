package io.github.flexalerts.reactive.internal.call;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, a fraction of them, or an HTTP date; nothing else counts. */
final class RetryAfter {
    /** No wait is longer than this, whatever the header says; it keeps the arithmetic from overflowing. */
    private static final BigDecimal MOST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

    private RetryAfter() {}

    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        return text.matches("[0-9]{1,18}(\\.[0-9]{1,18})?") ? seconds(new BigDecimal(text)) : date(text, now);
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofNanos(seconds.min(MOST_SECONDS).movePointRight(9).longValue());
    }

    private static @Nullable Duration date(String text, Instant now) {
        try {
            Duration wait = Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            return wait.isNegative() ? Duration.ZERO : seconds(BigDecimal.valueOf(wait.toSeconds()));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
