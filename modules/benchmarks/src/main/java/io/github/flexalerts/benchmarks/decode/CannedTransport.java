package io.github.flexalerts.benchmarks.decode;

import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A wire without a wire: a page for a listing, in chunks, and one rule for everything else. */
final class CannedTransport implements Transport {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final Map<String, List<String>> HEADERS = Map.of("Content-Type", List.of("application/json"));

    private final byte[] page;
    private final byte[] rule;

    CannedTransport(byte[] page, byte[] rule) {
        this.page = page;
        this.rule = rule;
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Flux.defer(() -> reader.apply(new ApiResponse(200, () -> HEADERS, body(request.operation()))));
    }

    private Flux<ByteBuffer> body(Operation operation) {
        return operation == Operation.LIST_RULES ? chunks() : Flux.just(ByteBuffer.wrap(rule));
    }

    private Flux<ByteBuffer> chunks() {
        int count = (page.length + CHUNK_BYTES - 1) / CHUNK_BYTES;
        return Flux.range(0, count).map(this::chunk);
    }

    private ByteBuffer chunk(int index) {
        int start = index * CHUNK_BYTES;
        return ByteBuffer.wrap(page, start, Math.min(CHUNK_BYTES, page.length - start));
    }
}
