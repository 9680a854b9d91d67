package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.internal.option.AccountOptions;
import reactor.core.scheduler.Scheduler;

/** Builds the {@link Account} of credentials. An invalid option fails when it is set. Not safe for use by several threads. */
public final class AccountBuilder {
    private final Credentials credentials;
    private final Scheduler timer;
    private AccountOptions options = AccountOptions.NONE;

    AccountBuilder(Credentials credentials, Scheduler timer) {
        this.credentials = credentials;
        this.timer = timer;
    }

    /**
     * Sets how calls are repeated; {@link RetryPolicy#standard()} by default.
     *
     * @param retry the policy
     * @return this builder
     */
    public AccountBuilder retry(RetryPolicy retry) {
        this.options = options.withRetry(requireNonNull(retry, "retry"));
        return this;
    }

    /**
     * Sets how many calls may be in flight at once, if the service admits them; 32 by default. The governor starts at 8 and
     * follows the service's answers. A client whose transport has fewer connections waits for them in the transport.
     *
     * @param calls 1 to 10,000
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public AccountBuilder maxConcurrency(int calls) {
        this.options = options.withMaxConcurrency(calls);
        return this;
    }

    /**
     * Sets how many calls may wait for admission; 10,000 by default. One more ends at once in a
     * {@link io.github.flexalerts.core.error.SaturatedException}.
     *
     * @param calls 0 or more
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public AccountBuilder maxQueued(int calls) {
        this.options = options.withMaxQueued(calls);
        return this;
    }

    /**
     * Builds the account, or returns the one that the credentials have already.
     *
     * @return the account
     * @throws IllegalStateException if the credentials have an account whose options differ; the message names the option
     */
    public Account build() {
        Account account = credentials.account(options, Integer.MAX_VALUE, timer);
        account.check(options);
        return account;
    }
}
