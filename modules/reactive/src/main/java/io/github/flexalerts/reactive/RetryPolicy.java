package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.internal.option.Durations;
import java.time.Duration;

/**
 * How often a call is retried, and how long it waits before each retry. Which failures are retried is fixed:
 *
 * <table>
 * <caption>What follows a failure</caption>
 * <tr><th>failure</th><th>fetch, list, update, delete</th><th>create</th></tr>
 * <tr><td>throttled (429)</td><td>repeat</td><td>repeat</td></tr>
 * <tr><td>not_sent (no connection)</td><td>repeat</td><td>repeat</td></tr>
 * <tr><td>server_error (408, 5xx)</td><td>repeat</td><td>ambiguous</td></tr>
 * <tr><td>lost (no whole answer)</td><td>repeat</td><td>ambiguous</td></tr>
 * <tr><td>unauthorized (401)</td><td>once, with a new token</td><td>once, with a new token</td></tr>
 * <tr><td>refused (any other status, TLS)</td><td>fail</td><td>fail</td></tr>
 * <tr><td>unreadable (a success that cannot be read)</td><td>fail</td><td>ambiguous</td></tr>
 * <tr><td>held_back (by this client)</td><td>fail</td><td>fail</td></tr>
 * <tr><td>closed (the client, after it was sent)</td><td>fail</td><td>ambiguous</td></tr>
 * </table>
 *
 * <p>An update is a POST and is retried, because it replaces the whole rule. A create is not retried, because the rule might then
 * exist twice.
 *
 * <p>The wait before the n-th repetition is drawn evenly from zero to {@code backoff · 2ⁿ⁻¹}, at most {@code maxBackoff}
 * (full jitter); a {@code Retry-After} of the service is a lower bound.
 *
 * @param maxAttempts how often a request is sent at most, the first time included; the one with a new token after
 *     401 counts too, so 1 never repeats
 * @param transientBackoff the backoff after a failure of the network or the service
 * @param throttleBackoff the backoff after 429
 * @param maxBackoff the longest backoff
 * @param maxRetryAfter the longest {@code Retry-After} that is waited for; a longer one counts as this much
 */
public record RetryPolicy(
        int maxAttempts,
        Duration transientBackoff,
        Duration throttleBackoff,
        Duration maxBackoff,
        Duration maxRetryAfter) {
    private static final RetryPolicy STANDARD = new RetryPolicy(
            4, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(60));

    /**
     * Creates a policy.
     *
     * @throws IllegalArgumentException if there are less than 1 or more than 100 attempts, or a duration is negative or
     *     longer than 24 hours
     */
    public RetryPolicy {
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("maxAttempts must be between 1 and 100, was " + maxAttempts);
        }
        Durations.checked("transientBackoff", transientBackoff, Duration.ZERO);
        Durations.checked("throttleBackoff", throttleBackoff, Duration.ZERO);
        Durations.checked("maxBackoff", maxBackoff, Duration.ZERO);
        Durations.checked("maxRetryAfter", maxRetryAfter, Duration.ZERO);
    }

    /**
     * Returns the default: 4 attempts, 100 ms and 1 s of backoff, at most 20 s, a {@code Retry-After} of at most 60 s.
     *
     * @return the default policy
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * Returns the policy that never repeats.
     *
     * @return the policy with one attempt
     */
    public static RetryPolicy none() {
        return STANDARD.withMaxAttempts(1);
    }

    /**
     * Returns this policy with another number of attempts.
     *
     * @param attempts how often a request is sent at most, the first time included
     * @return a copy
     * @throws IllegalArgumentException if it is not between 1 and 100
     */
    public RetryPolicy withMaxAttempts(int attempts) {
        return new RetryPolicy(attempts, transientBackoff, throttleBackoff, maxBackoff, maxRetryAfter);
    }
}
