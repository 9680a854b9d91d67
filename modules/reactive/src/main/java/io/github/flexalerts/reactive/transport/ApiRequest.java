package io.github.flexalerts.reactive.transport;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, ready for the wire.
 *
 * @param operation what is asked
 * @param origin scheme, host and port, as in {@code https://flex-api.twilio.com}
 * @param target path and query, sent byte for byte
 * @param headers the headers that the client decides; they may hold credentials
 * @param body the body in JSON, null for none; its position is not to be moved, so read a duplicate of it
 */
public record ApiRequest(
        Operation operation,
        String origin,
        String target,
        Map<String, String> headers,
        @Nullable ByteBuffer body) {

    /** Creates a request. */
    public ApiRequest {
        requireNonNull(operation, "operation");
        requireNonNull(origin, "origin");
        requireNonNull(target, "target");
        headers = Map.copyOf(headers);
    }

    /**
     * Returns this request with other headers in the place of its own.
     *
     * @param others the headers' values by name
     * @return a copy
     */
    public ApiRequest withHeaders(Map<String, String> others) {
        return new ApiRequest(operation, origin, target, others, body);
    }

    /** Returns the operation and its template: target, headers and body may be personal or secret. */
    @Override
    public String toString() {
        return operation.id() + " " + operation.verb() + " " + operation.template();
    }
}
