package io.github.flexalerts.reactive.internal.traffic;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What repetitions may cost, for all calls on one credential. A repetition is paid for in advance and refunded when the
 * call succeeds; when the bucket is empty, a service that is down sees each call once and no storm.
 */
public final class RetryBudget {
    private static final int CAPACITY = 500;
    private static final int TRANSIENT_COST = 14;
    private static final int THROTTLE_COST = 5;

    private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

    /** Pays for a repetition; returns what it cost, or 0 if the bucket has too little. */
    public int pay(boolean throttled) {
        int cost = throttled ? THROTTLE_COST : TRANSIENT_COST;
        int before = tokens.getAndUpdate(left -> left >= cost ? left - cost : left);
        return before >= cost ? cost : 0;
    }

    /** Returns what a call paid; a call that succeeded at once pays one token in. */
    public void refund(int paid) {
        tokens.updateAndGet(left -> Math.min(CAPACITY, left + Math.max(1, paid)));
    }

    public int left() {
        return tokens.get();
    }
}
