package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import reactor.core.publisher.Mono;

/**
 * What the service lets in. The secret is in memory only and never in {@link #toString()}.
 *
 * <p>Reference: Twilio's "Requests to Twilio"; an API key is recommended for production. Whether restricted keys reach Flex
 * alerts is not documented.
 */
public final class Credentials {
    private final String user;
    private final String header;

    private Credentials(String user, String secret) {
        this.user = user;
        this.header =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the credentials of an account.
     *
     * @param accountSid the account's SID, {@code AC…}
     * @param authToken the account's auth token
     * @return the credentials
     * @throws IllegalArgumentException if either is blank or cannot stand in HTTP Basic authentication
     */
    public static Credentials authToken(String accountSid, String authToken) {
        return new Credentials(checked(accountSid, "accountSid"), checkedSecret(authToken, "authToken"));
    }

    /**
     * Returns the credentials of an API key.
     *
     * @param keySid the key's SID, {@code SK…}
     * @param secret the key's secret
     * @return the credentials
     * @throws IllegalArgumentException if either is blank or cannot stand in HTTP Basic authentication
     */
    public static Credentials apiKey(String keySid, String secret) {
        return new Credentials(checked(keySid, "keySid"), checkedSecret(secret, "secret"));
    }

    Mono<String> authorization() {
        return Mono.just(header);
    }

    /** Returns who it is, with the secret masked. */
    @Override
    public String toString() {
        return "Credentials[" + user + ", secret=***]";
    }

    private static String checked(String value, String name) {
        if (checkedSecret(value, name).indexOf(':') >= 0) {
            throw new IllegalArgumentException(name + " must not hold a colon");
        }
        return value;
    }

    private static String checkedSecret(String value, String name) {
        requireNonNull(value, name);
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not be blank or hold control characters");
        }
        return value;
    }
}
