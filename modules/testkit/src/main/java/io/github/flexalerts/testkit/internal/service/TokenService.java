package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.service.Settings.Keys;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OAuth 2.0 token endpoint, client credentials grant. That the service takes the tokens for alerts is not
 * documented; this fake takes them everywhere.
 */
public final class TokenService implements ResourceService {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Settings settings;
    private final Sids sids;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    TokenService(Settings settings) {
        this.settings = settings;
        this.sids = new Sids(settings.randomSeed() + 4);
    }

    /** Tells whether a request for a token comes from the client that the service knows. */
    boolean knowsClient(Exchange exchange) {
        try {
            Query form = form(exchange);
            Keys keys = settings.keys();
            return keys.clientId().equals(form.last("client_id"))
                    && keys.clientSecret().equals(form.last("client_secret"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isGood(String token) {
        Instant expiry = expiries.get(token);
        return expiry != null && settings.clock().instant().isBefore(expiry);
    }

    public void revokeAll() {
        expiries.clear();
    }

    @Override
    public Answer answer(Exchange exchange, Operation operation) {
        if (!exchange.contentType().equals(FORM)) {
            throw Refusal.unsupportedMediaType(FORM);
        }
        if (!"client_credentials".equals(form(exchange).last("grant_type"))) {
            throw Refusal.badRequest("The grant_type must be client_credentials");
        }
        String token = sids.next("fake-token-");
        expiries.put(token, settings.clock().instant().plus(settings.tokenLife()));
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", settings.tokenLife().toSeconds())
                        .putNull("id_token")
                        .putNull("refresh_token"));
    }

    private static Query form(Exchange exchange) {
        return Query.of("?" + exchange.body());
    }
}
