package io.github.flexalerts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The reference's samples, read and written by a mapper that knows nothing of this library. */
public final class Fixtures {
    public static final JsonMapper FOREIGN = JsonMapper.builder().build();

    private Fixtures() {}

    /** The sample of an operation, as in {@code users.list/response}. */
    public static JsonNode sample(String name) {
        try (InputStream json = Fixtures.class.getResourceAsStream("/fixtures/" + name + ".json")) {
            return FOREIGN.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a value, writes it again, and compares: what is null may be left out, and nothing else. */
    public static <T> T assertKeepsAll(JsonNode json, Class<T> type) {
        T value = FOREIGN.treeToValue(json, type);
        String written = FOREIGN.writeValueAsString(value);
        assertThat(without(FOREIGN.readTree(written))).isEqualTo(without(json));
        assertThat(FOREIGN.readValue(written, type)).isEqualTo(value);
        return value;
    }

    private static JsonNode without(JsonNode json) {
        JsonNode copy = json.deepCopy();
        prune(copy);
        return copy;
    }

    private static void prune(JsonNode node) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> member.getValue().isNull())
                    .map(member -> member.getKey())
                    .toList()
                    .forEach(name -> ((ObjectNode) node).remove(name));
        }
        node.forEach(Fixtures::prune);
    }
}
