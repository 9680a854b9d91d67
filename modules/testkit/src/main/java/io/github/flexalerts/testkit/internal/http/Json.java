package io.github.flexalerts.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as trees. The client's codec is deliberately not used: one must not hide the other's mistakes. */
public final class Json {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    // Jackson makes what reads a type at its first use, under a lock that an event loop must not wait for.
    static {
        MAPPER.convertValue(MAPPER.createObjectNode(), MAP);
        MAPPER.<JsonNode>valueToTree(Map.of());
        MAPPER.readTree(MAPPER.writeValueAsString(MAPPER.createObjectNode()));
    }

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode bool(boolean value) {
        return MAPPER.getNodeFactory().booleanNode(value);
    }

    public static JsonNode string(String value) {
        return MAPPER.getNodeFactory().stringNode(value);
    }

    public static JsonNode parse(String json) throws JacksonException {
        return MAPPER.readTree(json);
    }

    public static ObjectNode parseObject(String json) {
        JsonNode node;
        try {
            node = parse(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    public static ObjectNode fromMap(Map<String, ? extends @Nullable Object> map) {
        return (ObjectNode) MAPPER.<JsonNode>valueToTree(map);
    }

    public static Map<String, @Nullable Object> toMap(JsonNode node) {
        return Collections.unmodifiableMap(MAPPER.convertValue(node, MAP));
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(UTF_8);
    }
}
