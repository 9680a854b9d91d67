package io.github.flexalerts.reactive;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic: the same header for every request. */
final class BasicCredentials extends Credentials {
    private final String user;
    private final String header;

    BasicCredentials(String user, String secret) {
        byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        this.user = user;
        this.header = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    Authorizer authorizer(TokenCalls tokens) {
        return () -> header;
    }

    /** Returns who it is, with the secret masked. */
    @Override
    public String toString() {
        return "Credentials[" + user + ", secret=***]";
    }
}
