package io.github.flexalerts.benchmarks.server;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lets the server think for exactly as long as it is told to, from the moment when it has read a request. A timer is late by
 * a millisecond or so, which would count against whoever waits, so it only wakes up the I/O thread, which then looks at the
 * clock.
 */
final class ThinkTime {
    private static final long EARLY = TimeUnit.MICROSECONDS.toNanos(1500);

    private final long due;

    private ThinkTime(long due) {
        this.due = due;
    }

    /** The time begins now. */
    static ThinkTime of(long millis) {
        return new ThinkTime(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Runs an answer on the I/O thread when the time is over. */
    @SuppressWarnings("FutureReturnValueIgnored") // an answer that fails closes its connection
    void then(EventExecutor io, Runnable answer) {
        io.schedule(
                () -> {
                    while (System.nanoTime() < due) {
                        Thread.onSpinWait();
                    }
                    answer.run();
                },
                due - EARLY - System.nanoTime(),
                TimeUnit.NANOSECONDS);
    }
}
