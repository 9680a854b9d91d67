package io.github.flexalerts.reactive;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.PageReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes a value of the body of a success. Reading stops, and the connection closes, as soon as a limit is passed.
 *
 * @param <T> the type of the value
 */
interface BodyReader<T extends @Nullable Object> {

    /** Reads a body; a body that cannot be read is a {@link CodecException}. */
    Mono<Read<T>> read(Flux<ByteBuffer> body);

    /**
     * A value that may be null, as a signal may not.
     *
     * @param value the value
     */
    record Read<T extends @Nullable Object>(T value) {}

    /** Reads a body as a whole and decodes it. */
    static <T extends @Nullable Object> BodyReader<T> whole(Function<byte[], T> decode, int maxBytes) {
        return body -> bytes(body, maxBytes).map(buffer -> {
            if (buffer.exceeded()) {
                throw new CodecException("the body is larger than " + maxBytes + " bytes (maxRuleBytes)");
            }
            return new Read<>(decode.apply(buffer.bytes()));
        });
    }

    /** Decodes a page while it arrives. */
    static <T> BodyReader<Page<T>> page(Supplier<PageReader<T>> readers) {
        return body -> Mono.defer(() -> {
            PageReader<T> reader = readers.get();
            List<T> items = new ArrayList<>();
            return body.doOnNext(bytes -> items.addAll(reader.read(bytes)))
                    .then(Mono.fromSupplier(() -> new Read<>(new Page<>(items, reader.finish()))));
        });
    }

    /** Collects the bytes of a body, up to a limit. */
    static Mono<LimitedBuffer> bytes(Flux<ByteBuffer> body, int maxBytes) {
        return Mono.defer(() -> {
            LimitedBuffer buffer = new LimitedBuffer(maxBytes);
            return body.map(buffer::append).takeUntil(LimitedBuffer::exceeded).then(Mono.just(buffer));
        });
    }
}
