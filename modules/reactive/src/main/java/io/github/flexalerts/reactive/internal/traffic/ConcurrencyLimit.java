package io.github.flexalerts.reactive.internal.traffic;

/**
 * How many calls the service admits at once, learned by additive increase and multiplicative decrease. Until it was throttled
 * for the first time it grows with each success, so that a start does not take long. A limit that was throttled once is tried
 * again, but only after many successes: each try costs a call a repetition. Used by one thread at a time.
 */
final class ConcurrencyLimit {
    private static final int START = 8;
    private static final double DECREASE = 0.7;
    private static final int PATIENCE = 10;

    private final int most;
    private int limit;
    private int throttledAt = Integer.MAX_VALUE;
    private int successes;
    private long epoch;

    ConcurrencyLimit(int most) {
        this.most = most;
        this.limit = Math.min(START, most);
    }

    int limit() {
        return limit;
    }

    /** Marks calls that were admitted before the last decrease: their being throttled says nothing new. */
    long epoch() {
        return epoch;
    }

    void succeeded(boolean saturated) {
        if (!saturated || limit >= most) {
            return;
        }
        if (++successes >= needed()) {
            successes = 0;
            limit++;
        }
    }

    private int needed() {
        if (throttledAt == Integer.MAX_VALUE) {
            return 1;
        }
        return limit + 1 >= throttledAt ? limit * PATIENCE : limit;
    }

    void throttled(long admittedIn) {
        if (admittedIn == epoch) {
            epoch++;
            successes = 0;
            throttledAt = limit;
            limit = Math.max(1, (int) (limit * DECREASE));
        }
    }
}
