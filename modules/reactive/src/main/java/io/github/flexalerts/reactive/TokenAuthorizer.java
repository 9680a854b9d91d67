package io.github.flexalerts.reactive;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps a token as long as it is good: one fetch for all calls that wait for it, and no failure is kept. */
final class TokenAuthorizer implements Authorizer {
    private final Mono<AccessToken> token;
    private volatile String rejected = "";

    TokenAuthorizer(Mono<AccessToken> fetch, Supplier<Instant> clock) {
        this.token = fetch.cacheInvalidateIf(
                kept -> kept.authorization().equals(rejected) || !clock.get().isBefore(kept.staleAt()));
    }

    @Override
    public @Nullable String known() {
        return null;
    }

    @Override
    public Mono<String> authorization() {
        return token.map(AccessToken::authorization);
    }

    /** Only this very token is dropped, so that calls which fail together do not drop each other's new one. */
    @Override
    public boolean rejected(String authorization) {
        rejected = authorization;
        return true;
    }
}
