package io.github.flexalerts.reactive.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.reactive.SteppedTimer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;

class TicksTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void doNotJumpWithTheWallClock(Duration step) {
        SteppedTimer timer = new SteppedTimer();
        Ticks ticks = Ticks.of(timer);
        long before = ticks.now();
        timer.step(step);
        assertThat(ticks.now() - before).isBetween(0L, 60_000L);
    }

    @Test
    void followTheVirtualTimeOfATimer() {
        VirtualTimeScheduler timer = VirtualTimeScheduler.create();
        Ticks ticks = Ticks.of(timer);
        timer.advanceTimeBy(Duration.ofHours(1));
        assertThat(ticks.now()).isEqualTo(3_600_000);
    }
}
