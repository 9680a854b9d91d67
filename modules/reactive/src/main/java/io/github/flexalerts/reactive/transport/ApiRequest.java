package io.github.flexalerts.reactive.transport;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
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
     * Returns this request with one header more.
     *
     * @param name the header's name
     * @param value the header's value
     * @return a copy
     */
    public ApiRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(operation, origin, target, more, body);
    }

    /** Returns the operation and its template: target, headers and body may be personal or secret. */
    @Override
    public String toString() {
        return operation.id() + " " + operation.verb() + " " + operation.template();
    }
}
