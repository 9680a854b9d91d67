package io.github.flexalerts.testkit.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.service.Settings.Keys;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Knows the credentials: account SID with auth token, or API key with secret, by HTTP Basic; tokens that were fetched
 * here, as long as they are good; and the client that may fetch them.
 */
final class Gatekeeper {

    private final Set<String> accepted;
    private final TokenService tokens;

    Gatekeeper(Keys keys, TokenService tokens) {
        this.accepted = Set.of(basic(keys.accountSid(), keys.authToken()), basic(keys.apiKey(), keys.apiSecret()));
        this.tokens = tokens;
    }

    boolean admits(Exchange exchange) {
        if (exchange.route().operation() == Operation.FETCH_TOKEN) {
            return tokens.knowsClient(exchange);
        }
        String header = exchange.header("Authorization");
        int space = Math.max(header.indexOf(' '), 0);
        String given = header.substring(space).trim();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "basic" -> accepted.contains(given);
            case "bearer" -> tokens.isGood(given);
            default -> false;
        };
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
