package io.github.flexalerts.testkit.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the service says to one request. The body is a document until it is rendered, a payload from then on.
 *
 * @param status the HTTP status, or 0 when the service never got to see the request
 * @param headers by name, in the order in which they are sent
 * @param document the JSON body while faults may still change it, null once rendered or when there is none
 * @param payload the bytes of the body
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable ObjectNode document, Payload payload) {

    /** The answer to a request that a fault keeps from the service. */
    public static final Answer NONE = new Answer(0, Map.of(), null, Payload.EMPTY);

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Answer of(int status) {
        return new Answer(status, Map.of(), null, Payload.EMPTY);
    }

    public static Answer json(int status, ObjectNode document) {
        return new Answer(status, Map.of("Content-Type", "application/json"), document, Payload.EMPTY);
    }

    public static Answer error(int status, int code, String message) {
        ObjectNode document = Json.object()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
        return json(status, document);
    }

    public Answer header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.keySet().removeIf(name::equalsIgnoreCase);
        all.put(name, value);
        return new Answer(status, all, document, payload);
    }

    public Answer document(ObjectNode other) {
        return new Answer(status, headers, other, payload);
    }

    public Answer payload(Payload bytes) {
        return new Answer(status, headers, null, bytes);
    }

    public Answer rendered() {
        return document == null ? this : payload(Payload.of(Json.bytes(document)));
    }
}
