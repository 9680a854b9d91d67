package io.github.flexalerts.reactive.internal.option;

import io.github.flexalerts.reactive.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The options that the calls of an account share; null for an option that was not set.
 *
 * @param retry how calls are repeated
 * @param maxConcurrency how many calls may be in flight
 * @param maxQueued how many calls may wait for admission
 */
public record AccountOptions(
        @Nullable RetryPolicy retry,
        @Nullable Integer maxConcurrency,
        @Nullable Integer maxQueued) {
    public static final AccountOptions NONE = new AccountOptions(null, null, null);
    private static final int MAX_CONCURRENCY = 32;
    private static final int MAX_QUEUED = 10_000;

    public AccountOptions withRetry(RetryPolicy policy) {
        return new AccountOptions(policy, maxConcurrency, maxQueued);
    }

    public AccountOptions withMaxConcurrency(int calls) {
        return new AccountOptions(retry, Ranges.between("maxConcurrency", calls, 1, 10_000), maxQueued);
    }

    public AccountOptions withMaxQueued(int calls) {
        return new AccountOptions(retry, maxConcurrency, Ranges.between("maxQueued", calls, 0, Integer.MAX_VALUE));
    }

    /** Returns these options with the defaults for those that were not set. */
    public AccountOptions orDefaults() {
        return new AccountOptions(retryOrDefault(), maxConcurrencyOrDefault(), maxQueuedOrDefault());
    }

    public RetryPolicy retryOrDefault() {
        return retry == null ? RetryPolicy.standard() : retry;
    }

    public int maxConcurrencyOrDefault() {
        return maxConcurrency == null ? MAX_CONCURRENCY : maxConcurrency;
    }

    public int maxQueuedOrDefault() {
        return maxQueued == null ? MAX_QUEUED : maxQueued;
    }

    /** Fails if a client asks for other values than these. */
    public void checkAgainst(AccountOptions asked) {
        check("retry", retry, asked.retry);
        check("maxConcurrency", maxConcurrency, asked.maxConcurrency);
        check("maxQueued", maxQueued, asked.maxQueued);
    }

    private static void check(String name, @Nullable Object current, @Nullable Object asked) {
        if (asked != null && !asked.equals(current)) {
            throw new IllegalStateException(name + " must be the same for all clients of an account: the account has "
                    + current + ", this client has " + asked);
        }
    }
}
