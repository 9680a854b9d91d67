package io.github.flexalerts.testkit.internal.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request that must be a JSON object. */
public final class JsonBody {

    private JsonBody() {}

    public static ObjectNode of(Exchange exchange) {
        if (!exchange.contentType().equals("application/json")) {
            throw Refusal.unsupportedMediaType("application/json");
        }
        JsonNode node;
        try {
            node = Json.parse(exchange.body());
        } catch (JacksonException e) {
            throw Refusal.badBody("The body is not JSON");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badBody("The body must be a JSON object");
    }
}
