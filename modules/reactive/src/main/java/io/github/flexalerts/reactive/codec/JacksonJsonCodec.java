package io.github.flexalerts.reactive.codec;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The codec on Jackson 3. Rules are read and written by hand; see decision 12. */
final class JacksonJsonCodec implements JsonCodec {
    static final JacksonJsonCodec INSTANCE = new JacksonJsonCodec();

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule("flex-alerts")
                    .addDeserializer(Rule.class, new RuleDecoder())
                    .addSerializer(Rule.class, new RuleEncoder())
                    .addSerializer(RuleSpec.class, new RuleSpecEncoder()))
            .enable(FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectReader envelopes = mapper.readerFor(Map.class);

    private JacksonJsonCodec() {}

    @Override
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    @Override
    public <T> T read(byte[] json, Class<T> type) {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new CodecException("the JSON is null");
            }
            return value;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    @Override
    public <T> PageReader<T> pageReader(String key, Class<T> itemType, int maxItemBytes, long maxBodyBytes) {
        return new JacksonPageReader<>(
                key,
                mapper.readerFor(itemType).without(FAIL_ON_TRAILING_TOKENS),
                envelopes,
                maxItemBytes,
                maxBodyBytes);
    }

    /** Tells where, never what: the parser's own message quotes the text. */
    static CodecException unreadable(JacksonException e) {
        String where =
                e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
        if (e instanceof StreamConstraintsException) {
            return new CodecException("the JSON is nested too deep or has an oversized value" + where);
        }
        return new CodecException(
                (e instanceof StreamReadException ? "not valid JSON" : "JSON of another shape than expected") + where);
    }
}
