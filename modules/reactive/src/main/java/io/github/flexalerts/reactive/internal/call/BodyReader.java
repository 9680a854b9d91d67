package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.reactive.codec.CodecException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes a value of the body of a success. Reading stops, and the connection closes, as soon as a limit is passed.
 *
 * @param <T> the type of the value
 */
public interface BodyReader<T> {

    /** Reads a body; a body that cannot be read is a {@link CodecException}. */
    Mono<T> read(Flux<ByteBuffer> body);

    /** Reads a body as a whole and decodes it; the limit is that of the named option. */
    static <T> BodyReader<T> whole(Function<byte[], T> decode, String option, int maxBytes) {
        return body -> body.collect(() -> new LimitedBuffer(maxBytes), (buffer, bytes) -> {
                    buffer.append(bytes);
                    if (buffer.exceeded()) {
                        throw new CodecException("the body is larger than " + maxBytes + " bytes (" + option + ")");
                    }
                })
                .map(buffer -> decode.apply(buffer.bytes()));
    }

    /** Reads a body up to a limit, and no further. */
    static Mono<byte[]> start(Flux<ByteBuffer> body, int maxBytes) {
        return Mono.defer(() -> {
            LimitedBuffer buffer = new LimitedBuffer(maxBytes);
            return body.doOnNext(buffer::append)
                    .takeUntil(bytes -> buffer.exceeded())
                    .then(Mono.fromSupplier(buffer::bytes));
        });
    }
}
