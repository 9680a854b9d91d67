package io.github.flexalerts.reactive.internal.traffic;

import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** Milliseconds that pass evenly; with the wall clock, which may be set at any moment, deadlines would jump. */
public interface Ticks {
    /** Returns how many passed since some moment, never less than before. */
    long now();

    /** The time of a timer: its own if that is virtual, and so nowhere near the wall clock, and what passes otherwise. */
    static Ticks of(Scheduler timer) {
        long apart = Math.abs(timer.now(TimeUnit.MILLISECONDS) - System.currentTimeMillis());
        if (apart > TimeUnit.DAYS.toMillis(1)) {
            return () -> timer.now(TimeUnit.MILLISECONDS);
        }
        long start = System.nanoTime();
        return () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
