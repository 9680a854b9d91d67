package io.github.flexalerts.reactive.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    @Test
    void startsAtEightOrBelow() {
        assertThat(new ConcurrencyLimit(32).limit()).isEqualTo(8);
        assertThat(new ConcurrencyLimit(3).limit()).isEqualTo(3);
    }

    @Test
    void growsWithEachSuccessUntilItIsThrottledForTheFirstTime() {
        ConcurrencyLimit limit = new ConcurrencyLimit(32);
        succeed(limit, 12);
        assertThat(limit.limit()).isEqualTo(20);
        limit.throttled(limit.epoch());
        succeed(limit, 12);
        assertThat(limit.limit()).isEqualTo(14);
    }

    @Test
    void growsByOneForEachLimitOfSuccessesAfterThrottling() {
        ConcurrencyLimit limit = new ConcurrencyLimit(32);
        succeed(limit, 12);
        limit.throttled(limit.epoch());
        succeed(limit, 13);
        assertThat(limit.limit()).isEqualTo(14);
        succeed(limit, 1);
        assertThat(limit.limit()).isEqualTo(15);
    }

    @Test
    void growsOnlyWhileItIsUsedUp() {
        ConcurrencyLimit limit = new ConcurrencyLimit(32);
        for (int i = 0; i < 100; i++) {
            limit.succeeded(false);
        }
        assertThat(limit.limit()).isEqualTo(8);
    }

    @Test
    void neverGrowsBeyondTheMost() {
        ConcurrencyLimit limit = new ConcurrencyLimit(10);
        succeed(limit, 10_000);
        assertThat(limit.limit()).isEqualTo(10);
    }

    @Test
    void fallsByThreeTenthsWhenThrottledButNotBelowOne() {
        ConcurrencyLimit limit = new ConcurrencyLimit(8);
        for (int expected : new int[] {5, 3, 2, 1, 1}) {
            limit.throttled(limit.epoch());
            assertThat(limit.limit()).isEqualTo(expected);
        }
    }

    @Test
    void fallsOnceForCallsThatWereAdmittedTogether() {
        ConcurrencyLimit limit = new ConcurrencyLimit(8);
        long together = limit.epoch();
        limit.throttled(together);
        limit.throttled(together);
        assertThat(limit.limit()).isEqualTo(5);
        assertThat(limit.epoch()).isEqualTo(together + 1);
    }

    @Test
    void forgetsTheSuccessesBeforeAThrottle() {
        ConcurrencyLimit limit = new ConcurrencyLimit(8);
        limit.throttled(limit.epoch());
        succeed(limit, 4);
        limit.throttled(limit.epoch());
        assertThat(limit.limit()).isEqualTo(3);
        limit.succeeded(true);
        assertThat(limit.limit()).isEqualTo(3);
    }

    @Test
    void triesALimitThatWasThrottledOnlyAfterTenTimesAsManySuccesses() {
        ConcurrencyLimit limit = new ConcurrencyLimit(32);
        limit.throttled(limit.epoch());
        succeed(limit, 5 + 6);
        assertThat(limit.limit()).isEqualTo(7);
        succeed(limit, 69);
        assertThat(limit.limit()).isEqualTo(7);
        succeed(limit, 1);
        assertThat(limit.limit()).isEqualTo(8);
    }

    @Property
    void staysBetweenOneAndTheMaximum(@ForAll @IntRange(min = 1, max = 64) int most, @ForAll List<Boolean> throttled) {
        ConcurrencyLimit limit = new ConcurrencyLimit(most);
        for (boolean answer : throttled) {
            if (answer) {
                limit.throttled(limit.epoch());
            } else {
                succeed(limit, limit.limit());
            }
            assertThat(limit.limit()).isBetween(1, most);
        }
    }

    private static void succeed(ConcurrencyLimit limit, int times) {
        for (int i = 0; i < times; i++) {
            limit.succeeded(true);
        }
    }
}
