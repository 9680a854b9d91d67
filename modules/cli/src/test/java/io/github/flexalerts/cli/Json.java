package io.github.flexalerts.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a command wrote. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static Map<String, @Nullable Object> object(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    public static List<Map<String, @Nullable Object>> array(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
