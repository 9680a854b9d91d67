package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final List<String> DURATIONS =
            List.of("transientBackoff", "throttleBackoff", "maxBackoff", "maxRetryAfter");

    private final RetryPolicy standard = RetryPolicy.standard();

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(standard)
                .isEqualTo(new RetryPolicy(
                        4, Duration.ofMillis(100), ONE, Duration.ofSeconds(20), Duration.ofSeconds(60)));
        assertThat(RetryPolicy.none()).isEqualTo(standard.withMaxAttempts(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void refusesAttemptsOutOfRange(int attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withMaxAttempts(attempts))
                .withMessage("maxAttempts must be between 1 and 100, was " + attempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void takesTheEndsOfTheRange(int attempts) {
        assertThat(standard.withMaxAttempts(attempts).maxAttempts()).isEqualTo(attempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void namesTheDurationThatIsOutOfRange(int index) {
        String name = DURATIONS.get(index);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(index, Duration.ofMillis(-1)))
                .withMessage(name + " must be between 0 ms and 24 h, was PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(index, Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageStartingWith(name + " must be between 0 ms and 24 h");
        assertThatNullPointerException().isThrownBy(() -> policy(index, null)).withMessage(name);
        assertThat(policy(index, Duration.ZERO)).isNotEqualTo(policy(index, Duration.ofHours(24)));
    }

    private static RetryPolicy policy(int index, Duration duration) {
        List<Duration> durations = new ArrayList<>(List.of(ONE, ONE, ONE, ONE));
        durations.set(index, duration);
        return new RetryPolicy(4, durations.get(0), durations.get(1), durations.get(2), durations.get(3));
    }

    @ParameterizedTest(name = "repetition {1}, throttled {0}, drawn {2}: {3} ms")
    @CsvSource({
        "false,1,1.0,100",
        "false,2,1.0,200",
        "false,3,1.0,400",
        "false,3,0.5,200",
        "false,3,0.0,0",
        "true,1,1.0,1000",
        "true,2,1.0,2000",
        "false,9,1.0,20000",
        "true,100,1.0,20000",
        "true,100,0.25,5000",
    })
    void doublesTheBackoffUpToTheLongest(boolean throttled, int repetition, double drawn, long millis) {
        assertThat(standard.backoff(throttled, repetition, drawn)).isEqualTo(Duration.ofMillis(millis));
    }

    @Property
    void staysWithinTheBounds(
            @ForAll boolean throttled,
            @ForAll @IntRange(min = 1, max = 100) int repetition,
            @ForAll @DoubleRange(max = 1) double drawn) {
        Duration wait = standard.backoff(throttled, repetition, drawn);
        assertThat(wait).isBetween(Duration.ZERO, standard.maxBackoff());
        assertThat(wait).isLessThanOrEqualTo(standard.backoff(throttled, repetition, 1));
    }
}
