package io.github.flexalerts.reactive.internal.option;

import java.time.Duration;

/**
 * Limits of time.
 *
 * @param attempt of one attempt, from asking for a connection to the whole answer; of a page, to the next items
 * @param operation of a call with all its attempts and waits; of a listing, of each step to the next items
 */
public record Timeouts(Duration attempt, Duration operation) {
    public Duration attempt(Duration left) {
        return left.compareTo(attempt) < 0 ? left : attempt;
    }
}
