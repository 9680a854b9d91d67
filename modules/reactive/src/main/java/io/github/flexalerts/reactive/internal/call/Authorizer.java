package io.github.flexalerts.reactive.internal.call;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Gives the {@code Authorization} of a request. */
public interface Authorizer {
    /** The authorizer of requests that carry none. */
    Authorizer NOOP = () -> "";

    /** The header's value if it is at hand, blank for none; null if it must be fetched. */
    @Nullable
    String known();

    /** The header's value, fetched if need be; blank for none. */
    default Mono<String> authorization() {
        return Mono.fromSupplier(this::known);
    }

    /** Tells that the service did not accept a value; returns whether another one may help. */
    default boolean rejected(String authorization) {
        return false;
    }
}
