package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0,PT0S",
        "7,PT7S",
        "' 7 ',PT7S",
        "1.5,PT1.5S",
        "0.000000001,PT0.000000001S",
        "999999999999999999,P365D",
        "'Thu, 01 Jan 2026 00:00:30 GMT',PT30S",
        "'Wed, 31 Dec 2025 23:59:30 GMT',PT0S",
        "'Fri, 31 Dec 9999 23:59:59 GMT',P365D",
    })
    void readsSecondsFractionsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-1", "+1", "1e3", "1,5", "NaN", "0x10", "2026-01-01T00:00:30Z", "１"})
    void takesNothingElse(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Property
    void survivesAnyText(@ForAll String header) {
        Duration wait = RetryAfter.parse(header, NOW);
        assertThat(wait == null || (!wait.isNegative() && wait.compareTo(Duration.ofDays(365)) <= 0))
                .isTrue();
    }

    @Property
    void readsAnyNumberOfSeconds(@ForAll @IntRange(max = 31_536_000) int seconds) {
        assertThat(RetryAfter.parse(Integer.toString(seconds), NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void readsAnyDate(@ForAll @LongRange(min = -100_000, max = 100_000) long offset) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                NOW.plusSeconds(offset).atOffset(ZoneOffset.UTC));
        assertThat(RetryAfter.parse(date, NOW)).isEqualTo(Duration.ofSeconds(Math.max(0, offset)));
    }
}
