package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.internal.call.RequestId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation returned, with the head of the answer.
 *
 * @param value the value
 * @param status the HTTP status: 2xx, or 404 if a delete found its work done by an attempt before
 * @param headers the headers, the documented CORS ones among them; names are compared without regard to case
 * @param <T> the type of the value
 */
public record ApiResult<T extends @Nullable Object>(T value, int status, Map<String, List<String>> headers) {

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

    /**
     * Returns the service's id of the request, for its support. That this resource sends one is not documented.
     *
     * @return {@code Twilio-Request-Id}, or null if the answer has none that looks like an id
     */
    public @Nullable String requestId() {
        return RequestId.of(header(RequestId.HEADER));
    }

    /** Returns the status alone: value and headers may be personal or secret. */
    @Override
    public String toString() {
        return "ApiResult[status=" + status + "]";
    }
}
