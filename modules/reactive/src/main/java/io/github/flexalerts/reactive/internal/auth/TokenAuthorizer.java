package io.github.flexalerts.reactive.internal.auth;

import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.reactive.internal.call.Authorizer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Authorizes the calls of one client with the tokens of its account. */
public final class TokenAuthorizer implements Authorizer {
    private final Tokens tokens;
    private final Mono<AccessToken> token;

    /**
     * Creates an authorizer.
     *
     * @param fetch how this client fetches a token; it does so again if another client fetched and was closed meanwhile
     */
    public TokenAuthorizer(Tokens tokens, Mono<AccessToken> fetch) {
        this.tokens = tokens;
        this.token = tokens.get(fetch).onErrorResume(ClientClosedException.class, closed -> tokens.get(fetch));
    }

    @Override
    public @Nullable String known() {
        return null;
    }

    @Override
    public Mono<String> authorization() {
        return token.map(AccessToken::authorization);
    }

    @Override
    public boolean rejected(String authorization) {
        tokens.rejected(authorization);
        return true;
    }
}
