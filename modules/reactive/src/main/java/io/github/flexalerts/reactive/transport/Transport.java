package io.github.flexalerts.reactive.transport;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The wire. One request, one answer: no retries, no redirects, no knowledge of rules.
 *
 * <p>Implementations are safe for use by many threads and never block.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends a request when it is subscribed to, and reads the answer.
     *
     * <p>The connection is the reader's as long as its publisher runs. When that ends or is cancelled, the connection is
     * free again: for reuse if the body was read to its end, closed otherwise.
     *
     * @param request what to send
     * @param reader makes values of the answer; applied once per subscription, on the connection's thread
     * @return the reader's values; an error is a {@link io.github.flexalerts.core.error.TransportException} or a
     *     {@link io.github.flexalerts.core.error.SaturatedException}, or whatever the reader made it
     * @param <T> the type of the reader's values
     */
    <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader);

    /**
     * Returns how many exchanges it can carry at once; more would wait in it. Calls are admitted up to this number.
     *
     * @return the number, no limit by default
     */
    default int maxConcurrency() {
        return Integer.MAX_VALUE;
    }

    /** Closes all connections; does nothing by default and nothing when closed already. */
    @Override
    default void close() {}
}
