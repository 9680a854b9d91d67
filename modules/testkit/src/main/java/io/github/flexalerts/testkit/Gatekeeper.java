package io.github.flexalerts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.flexalerts.testkit.Settings.Keys;
import java.util.Base64;
import java.util.Set;

/** Knows the credentials: account SID with auth token, or API key with secret, by HTTP Basic. */
final class Gatekeeper {

    private final Set<String> accepted;

    Gatekeeper(Keys keys) {
        this.accepted = Set.of(basic(keys.accountSid(), keys.authToken()), basic(keys.apiKey(), keys.apiSecret()));
    }

    boolean admits(Exchange exchange) {
        String header = exchange.header("Authorization");
        int space = header.indexOf(' ');
        return space > 0
                && header.substring(0, space).equalsIgnoreCase("Basic")
                && accepted.contains(header.substring(space + 1).trim());
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
