package io.github.flexalerts.cli.io;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is moved from form to form, token by token, so that no number changes. */
public final class JsonText {
    public static final JsonFactory FACTORY = new JsonFactory();

    private static final JsonMapper INDENTING =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern DUPLICATE = Pattern.compile("(?s)Duplicate Object property \"(.*)\".*");

    private JsonText() {}

    /** Reads a value strictly, or throws an {@link InputException} that says where it cannot be right. */
    public static @Nullable Object strictly(String name, String json) {
        try {
            return STRICT.readValue(json, Object.class);
        } catch (JacksonException | NumberFormatException e) {
            throw new InputException(name + line(e) + ": " + problem(e));
        }
    }

    /** Reads one value, or throws an {@link InputException} that says what is wrong and not where. */
    public static @Nullable Object strictly(byte[] json) {
        try {
            return STRICT.readValue(json, Object.class);
        } catch (JacksonException | NumberFormatException e) {
            throw new InputException(problem(e));
        }
    }

    private static String line(RuntimeException e) {
        boolean placed = e instanceof JacksonException failure && failure.getLocation() != null;
        return placed ? " line " + ((JacksonException) e).getLocation().getLineNr() : "";
    }

    /** The parser's own message quotes the text. */
    private static String problem(RuntimeException e) {
        if (e instanceof StreamConstraintsException) {
            return "nested too deep, or an oversized value";
        }
        String message = e instanceof JacksonException failure ? failure.getOriginalMessage() : "";
        Matcher twice = DUPLICATE.matcher(message);
        return twice.matches() ? Text.memberName(twice.group(1)) + " occurs twice" : "not valid JSON";
    }

    /** Returns the value with an indented line for each member. */
    public static byte[] indented(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * json.length);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json);
                JsonGenerator generator = INDENTING.createGenerator(bytes)) {
            parser.nextToken();
            generator.copyCurrentStructureExact(parser);
        }
        return bytes.toByteArray();
    }

    /** Reads the value at the parser's current token and returns it on one line. */
    public static byte[] compact(JsonParser parser) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.copyCurrentStructureExact(parser);
        }
        return bytes.toByteArray();
    }
}
