package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
