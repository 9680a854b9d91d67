package io.github.flexalerts.testkit.internal.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits on a monitor for a condition, notified of each change. */
public final class Waiting {

    private Waiting() {}

    /** Waits and returns whether the condition held in time. */
    @FunctionalInterface
    public interface Wait {
        boolean await() throws InterruptedException;
    }

    /** Waits, or throws an {@link IllegalStateException} with the state when the time is up. */
    public static void orThrow(Wait wait, Supplier<String> state) {
        try {
            if (!wait.await()) {
                throw new IllegalStateException("the time is up: " + state.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + state.get(), e);
        }
    }

    /** Returns whether the condition came true in time; the caller holds the monitor. */
    static boolean until(Object monitor, BooleanSupplier condition, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }
}
