package io.github.flexalerts.reactive.transport;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The head of an answer and its body as it arrives.
 *
 * @param status the HTTP status
 * @param headers the headers; names are compared without regard to case
 * @param body the body, at most once. A buffer is the reader's only until {@code onNext} returns, so what is to be kept
 *     must be copied or decoded there and then
 */
public record ApiResponse(int status, Map<String, List<String>> headers, Flux<ByteBuffer> body) {

    /** Creates a response. */
    public ApiResponse {
        Map<String, List<String>> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(headers);
        headers = folded;
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or null if the header is not there
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns the status alone. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + "]";
    }
}
