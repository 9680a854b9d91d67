package io.github.flexalerts.reactive.internal.auth;

import io.github.flexalerts.reactive.internal.call.Authorizer;
import io.github.flexalerts.reactive.internal.option.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** OAuth 2.0 client credentials: a token for a while. */
public final class OAuthScheme implements Scheme {
    public static final URI TOKEN_URL = URI.create("https://oauth.twilio.com/v2/token");

    private final String clientId;
    private final String clientSecret;
    private final String origin;
    private final String target;

    public OAuthScheme(String clientId, String clientSecret, URI tokenUrl) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.origin = Origin.of("tokenUrl", tokenUrl.resolve("/")).toString();
        this.target = tokenUrl.getRawPath() + (tokenUrl.getRawQuery() == null ? "" : "?" + tokenUrl.getRawQuery());
    }

    @Override
    public Authorizer authorizer(Tokens kept, TokenCalls calls) {
        return new TokenAuthorizer(kept, calls.fetch(origin, target, form()));
    }

    /** Returns who it is, with the secret masked. */
    @Override
    public String toString() {
        return "Credentials[" + clientId + ", secret=***]";
    }

    private String form() {
        return "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(clientSecret);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
