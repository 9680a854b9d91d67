package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
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
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

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
        } catch (NumberFormatException e) {
            throw beyondAllNumbers();
        }
    }

    @Override
    public <T> Page<T> readPage(byte[] json, String key, Class<T> itemType) {
        try (JsonParser parser = mapper.createParser(json)) {
            return new PageDecoder<>(key, itemType).read(parser);
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (NumberFormatException e) {
            throw beyondAllNumbers();
        }
    }

    /** The parser leaves this one as it is, with the number in its message. */
    private static CodecException beyondAllNumbers() {
        return new CodecException("the JSON has a number with an exponent beyond all limits");
    }

    /** Tells where, never what: the parser's own message quotes the text. */
    private static CodecException unreadable(JacksonException e) {
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        String where = offset < 0 ? "" : " at byte " + offset;
        if (e instanceof StreamConstraintsException) {
            return new CodecException("the JSON is nested too deep or has an oversized value" + where);
        }
        return new CodecException(
                (e instanceof StreamReadException ? "not valid JSON" : "JSON of another shape than expected") + where);
    }
}
