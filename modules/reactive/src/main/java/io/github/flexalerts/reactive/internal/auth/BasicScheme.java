package io.github.flexalerts.reactive.internal.auth;

import io.github.flexalerts.reactive.internal.call.Authorizer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** HTTP Basic: the same header for every request. */
public final class BasicScheme implements Scheme {
    private final String user;
    private final String header;
    private final boolean ofAccount;

    public BasicScheme(String user, String secret, boolean ofAccount) {
        byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        this.user = user;
        this.header = "Basic " + Base64.getEncoder().encodeToString(pair);
        this.ofAccount = ofAccount;
    }

    @Override
    public Authorizer authorizer(Tokens kept, TokenCalls calls) {
        return () -> header;
    }

    @Override
    public @Nullable String accountSid() {
        return ofAccount ? user : null;
    }

    /** Returns who it is, with the secret masked. */
    @Override
    public String toString() {
        return "Credentials[" + user + ", secret=***]";
    }
}
