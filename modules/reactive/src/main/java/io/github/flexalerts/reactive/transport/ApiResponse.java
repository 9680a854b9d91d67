package io.github.flexalerts.reactive.transport;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The head of an answer and its body as it arrives. Of one reader, so of one thread at a time. */
public final class ApiResponse {
    private final int status;
    private final Supplier<Map<String, List<String>>> source;
    private final Flux<ByteBuffer> body;
    private @Nullable Map<String, List<String>> headers;

    /**
     * Creates a response.
     *
     * @param status the HTTP status
     * @param headers supplies the headers on request; for most responses they are never read
     * @param body the body, at most once. A buffer is the reader's only until {@code onNext} returns, so what is to be kept
     *     must be copied or decoded there and then
     */
    public ApiResponse(int status, Supplier<Map<String, List<String>>> headers, Flux<ByteBuffer> body) {
        this.status = status;
        this.source = requireNonNull(headers, "headers");
        this.body = requireNonNull(body, "body");
    }

    /**
     * Returns the HTTP status.
     *
     * @return as in 200
     */
    public int status() {
        return status;
    }

    /**
     * Returns the headers.
     *
     * @return the values by name; names are compared without regard to case
     */
    public Map<String, List<String>> headers() {
        if (headers == null) {
            Map<String, List<String>> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            folded.putAll(source.get());
            headers = Collections.unmodifiableMap(folded);
        }
        return headers;
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or null if the header is not there
     */
    public @Nullable String header(String name) {
        List<String> values = headers().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /**
     * Returns the body.
     *
     * @return the bytes as they arrive, at most once; see the constructor
     */
    public Flux<ByteBuffer> body() {
        return body;
    }

    /** Returns the status alone. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + "]";
    }
}
