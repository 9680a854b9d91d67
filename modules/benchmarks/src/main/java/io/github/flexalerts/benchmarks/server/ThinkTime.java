package io.github.flexalerts.benchmarks.server;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets the server think for exactly as long as it is told to. A timer is late by some tenths of a millisecond, which would
 * count against whoever waits, so it only wakes up the thread that then looks at the clock.
 */
final class ThinkTime {
    private static final long EARLY = TimeUnit.MICROSECONDS.toNanos(500);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** Runs an answer after a time from now. */
    @SuppressWarnings("FutureReturnValueIgnored") // an answer that fails closes its connection
    void then(long millis, Runnable answer) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        long due = System.nanoTime() + nanos;
        timer.schedule(
                () -> {
                    while (System.nanoTime() < due) {
                        Thread.onSpinWait();
                    }
                    answer.run();
                },
                nanos - EARLY,
                TimeUnit.NANOSECONDS);
    }
}
