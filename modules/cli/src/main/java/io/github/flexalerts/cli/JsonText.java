package io.github.flexalerts.cli;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is moved from form to form, token by token, so that no number changes. */
final class JsonText {
    static final JsonFactory FACTORY = new JsonFactory();

    private static final JsonMapper INDENTING =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonText() {}

    /** Returns the value with an indented line for each member. */
    static byte[] indented(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * json.length);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json);
                JsonGenerator generator = INDENTING.createGenerator(bytes)) {
            parser.nextToken();
            generator.copyCurrentStructureExact(parser);
        }
        return bytes.toByteArray();
    }

    /** Reads the value at the parser's current token and returns it on one line. */
    static byte[] compact(JsonParser parser) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.copyCurrentStructureExact(parser);
        }
        return bytes.toByteArray();
    }
}
