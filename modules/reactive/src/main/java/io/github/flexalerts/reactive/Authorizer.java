package io.github.flexalerts.reactive;

import reactor.core.publisher.Mono;

/** Gives the {@code Authorization} of a request. */
interface Authorizer {
    /** The authorizer of requests that carry none. */
    Authorizer NOOP = Mono::empty;

    /** The header's value; empty for none. */
    Mono<String> authorization();

    /** Tells that the service did not accept a value; returns whether another one may help. */
    default boolean rejected(String authorization) {
        return false;
    }
}
