package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.internal.traffic.RetryBudget;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final RetryPolicy policy = RetryPolicy.standard();
    private final Retrier standard = new Retrier(policy, new RetryBudget(), () -> 0);

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
        assertThat(wait).isBetween(Duration.ZERO, policy.maxBackoff());
        assertThat(wait).isLessThanOrEqualTo(standard.backoff(throttled, repetition, 1));
    }
}
