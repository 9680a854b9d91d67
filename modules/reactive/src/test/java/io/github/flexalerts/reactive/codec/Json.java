package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON for the tests, by a mapper of their own: numbers stay exact and 1.10 is not 1.1. */
final class Json {
    static final List<String> RULE_MEMBERS = List.of(
            "sid",
            "account_sid",
            "instance_sid",
            "rule_friendly_name",
            "metric_id",
            "task_channel_sid",
            "task_queue_sids",
            "active",
            "rule_thresholds",
            "notify_enabled",
            "notify_severity",
            "notify_duration",
            "notify_methods_id",
            "date_created",
            "date_updated",
            "url");
    static final List<String> SPEC_MEMBERS = RULE_MEMBERS.subList(3, 13);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static byte[] fixture(String path) {
        try (InputStream in = requireNonNull(Json.class.getResourceAsStream("/fixtures/" + path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample answer of the reference, to be changed by a test. */
    static Map<String, @Nullable Object> sample() {
        return object(fixture("rules.fetch/response.json"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(byte[] json) {
        return MAPPER.readValue(json, LinkedHashMap.class);
    }

    static Object tree(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    static byte[] bytes(@Nullable Object tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    static byte[] utf8(String json) {
        return json.getBytes(UTF_8);
    }

    static Rule rule(Map<String, @Nullable Object> members) {
        return JsonCodec.standard().read(bytes(members), Rule.class);
    }

    static Rule rule(String json) {
        return JsonCodec.standard().read(utf8(json), Rule.class);
    }

    static Map<String, @Nullable Object> written(Object value) {
        return object(JsonCodec.standard().write(value));
    }

    /** The members, and null for every documented one that is not among them: what an encoded rule looks like. */
    static Map<String, @Nullable Object> whole(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        RULE_MEMBERS.forEach(name -> whole.put(name, null));
        whole.putAll(members);
        return whole;
    }
}
