package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.internal.auth.Tokens;
import io.github.flexalerts.reactive.internal.call.Traffic;
import io.github.flexalerts.reactive.internal.option.AccountOptions;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What all clients of one Twilio account share, since the service counts the calls of an account together: how many calls
 * are in flight and how many wait, how calls are repeated and what repetitions may still cost, and the tokens of OAuth
 * credentials.
 *
 * <p>There is one account for each {@link Credentials} object. The first client that is built with the credentials makes the
 * account; {@link #builder} makes it before that, with options of its own. A client whose options contradict the account's
 * fails at {@link FlexAlertsClientBuilder#build()}.
 *
 * <p>An account holds no connections and is not closed. Safe for use by many threads.
 *
 * <p>Reference: the limit of concurrent requests of an account, "Twilio API error 20429".
 */
public final class Account {
    private final Credentials credentials;
    private final AccountOptions options;
    private final Traffic traffic;
    private final Traffic tokenTraffic;
    private final Tokens tokens;

    /** Creates an account whose governor admits at most so many calls, whatever its options. */
    Account(Credentials credentials, AccountOptions asked, int most, Scheduler timer) {
        this.credentials = credentials;
        this.options = asked.orDefaults();
        int concurrency = Math.min(options.maxConcurrencyOrDefault(), most);
        this.traffic = Traffic.create(options.retryOrDefault(), concurrency, options.maxQueuedOrDefault(), timer);
        this.tokenTraffic = Traffic.create(options.retryOrDefault(), 1, options.maxQueuedOrDefault(), timer);
        this.tokens = new Tokens(timer);
    }

    /**
     * Returns the account of credentials, made with the defaults if there is none yet.
     *
     * @param credentials who calls
     * @return the account, the same for each call with the same object
     */
    public static Account of(Credentials credentials) {
        return builder(credentials).build();
    }

    /**
     * Returns a builder of the account of credentials.
     *
     * @param credentials who calls
     * @return a new builder with the defaults
     */
    public static AccountBuilder builder(Credentials credentials) {
        return new AccountBuilder(requireNonNull(credentials, "credentials"), Schedulers.parallel());
    }

    /**
     * Returns the state of the account's calls at this moment.
     *
     * @return a snapshot of the governor and the retry budget
     */
    public GovernorSnapshot snapshot() {
        return traffic.get();
    }

    /** Returns who calls, with the secret masked. */
    @Override
    public String toString() {
        return "Account[" + credentials + "]";
    }

    Credentials credentials() {
        return credentials;
    }

    /** Fails if a client asks for other options than this account has. */
    void check(AccountOptions asked) {
        options.checkAgainst(asked);
    }

    Traffic traffic() {
        return traffic;
    }

    /** The calls for tokens, which must not wait behind the calls that wait for a token. */
    Traffic tokenTraffic() {
        return tokenTraffic;
    }

    Tokens tokens() {
        return tokens;
    }
}
