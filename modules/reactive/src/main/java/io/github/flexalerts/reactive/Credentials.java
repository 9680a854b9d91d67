package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.internal.auth.BasicScheme;
import io.github.flexalerts.reactive.internal.auth.OAuthScheme;
import io.github.flexalerts.reactive.internal.auth.Scheme;
import io.github.flexalerts.reactive.internal.option.AccountOptions;
import io.github.flexalerts.reactive.internal.option.Origin;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * The credentials of a Twilio account. {@link #toString()} masks the secret.
 *
 * <p>Create one object per credential and share it: all clients built with the same object share one {@link Account}, because
 * the service limits the calls of an account as a whole.
 *
 * <p>Reference: Twilio's "Requests to Twilio", which recommends an API key for production. Whether restricted keys and OAuth
 * work for Flex alerts is not documented.
 */
public final class Credentials {
    private final Scheme scheme;
    private final AtomicReference<@Nullable Account> account = new AtomicReference<>();

    private Credentials(Scheme scheme) {
        this.scheme = scheme;
    }

    /**
     * Returns the credentials of an account.
     *
     * @param accountSid the account's SID, {@code AC…}
     * @param authToken the account's auth token
     * @return the credentials
     * @throws IllegalArgumentException if either is blank or cannot be used in HTTP Basic authentication
     */
    public static Credentials authToken(String accountSid, String authToken) {
        return new Credentials(
                new BasicScheme(checkedUser(accountSid, "accountSid"), checked(authToken, "authToken"), true));
    }

    /**
     * Returns the credentials of an API key.
     *
     * @param keySid the key's SID, {@code SK…}
     * @param secret the key's secret
     * @return the credentials
     * @throws IllegalArgumentException if either is blank or cannot be used in HTTP Basic authentication
     */
    public static Credentials apiKey(String keySid, String secret) {
        return new Credentials(new BasicScheme(checkedUser(keySid, "keySid"), checked(secret, "secret"), false));
    }

    /**
     * Returns OAuth 2.0 client credentials for Twilio's token endpoint; see {@link #oauth(String, String, String)}.
     *
     * @param clientId the application's id, {@code OQ…}
     * @param clientSecret the application's secret
     * @return the credentials
     * @throws IllegalArgumentException if either is blank
     */
    public static Credentials oauth(String clientId, String clientSecret) {
        return oauth(clientId, clientSecret, OAuthScheme.TOKEN_URL);
    }

    /**
     * Returns OAuth 2.0 client credentials. The client fetches a token when a call needs one, shares it between all calls, and
     * replaces it shortly before it expires. If a call is answered 401, the client fetches a new token and repeats the call once,
     * within the limits of the {@link RetryPolicy}.
     *
     * @param clientId the application's id, {@code OQ…}
     * @param clientSecret the application's secret
     * @param tokenUrl the token endpoint; https, or http to the loopback
     * @return the credentials
     * @throws IllegalArgumentException if the id or the secret is blank, or the URL is not allowed
     */
    public static Credentials oauth(String clientId, String clientSecret, String tokenUrl) {
        return oauth(clientId, clientSecret, Origin.url("tokenUrl", tokenUrl));
    }

    /**
     * Returns OAuth 2.0 client credentials; see {@link #oauth(String, String, String)}.
     *
     * @param clientId the application's id, {@code OQ…}
     * @param clientSecret the application's secret
     * @param tokenUrl the token endpoint; https, or http to the loopback
     * @return the credentials
     * @throws IllegalArgumentException if the id or the secret is blank, or the URL is not allowed
     */
    public static Credentials oauth(String clientId, String clientSecret, URI tokenUrl) {
        return new Credentials(new OAuthScheme(
                checked(clientId, "clientId"),
                checked(clientSecret, "clientSecret"),
                requireNonNull(tokenUrl, "tokenUrl")));
    }

    Scheme scheme() {
        return scheme;
    }

    /** The account of these credentials, made if there is none yet, so that it admits at most so many calls. */
    Account account(AccountOptions asked, int most, Scheduler timer) {
        Account made = account.get();
        if (made == null) {
            account.compareAndSet(null, new Account(this, asked, most, timer));
            made = requireNonNull(account.get());
        }
        return made;
    }

    /** Returns who calls, with the secret masked. */
    @Override
    public String toString() {
        return scheme.toString();
    }

    private static String checkedUser(String value, String name) {
        if (checked(value, name).indexOf(':') >= 0) {
            throw new IllegalArgumentException(name + " must not contain a colon");
        }
        return value;
    }

    private static String checked(String value, String name) {
        requireNonNull(value, name);
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not be blank or contain control characters");
        }
        return value;
    }
}
