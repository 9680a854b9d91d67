package io.github.flexalerts.reactive.internal.auth;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps the token of an account as long as it is good: one fetch for all calls of all clients that wait for it, and no failure
 * is kept. The client of the first of these calls makes the fetch.
 */
public final class Tokens {
    private final Scheduler timer;
    private final Mono<AccessToken> token;
    private volatile String rejected = "";

    public Tokens(Scheduler timer) {
        this.timer = timer;
        this.token = Mono.deferContextual(context -> context.get(Fetch.class).token())
                .cacheInvalidateIf(kept -> kept.authorization().equals(rejected) || !now().isBefore(kept.staleAt()));
    }

    /** The time of the account's timer. */
    public Instant now() {
        return Instant.ofEpochMilli(timer.now(TimeUnit.MILLISECONDS));
    }

    /** Returns the token, fetched in this way if there is none. */
    Mono<AccessToken> get(Mono<AccessToken> fetch) {
        return token.contextWrite(context -> context.put(Fetch.class, new Fetch(fetch)));
    }

    /** Drops only this very token, so that calls which fail together do not drop each other's new one. */
    void rejected(String authorization) {
        rejected = authorization;
    }

    private record Fetch(Mono<AccessToken> token) {}
}
