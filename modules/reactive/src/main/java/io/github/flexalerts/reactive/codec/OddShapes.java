package io.github.flexalerts.reactive.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Takes a member in a shape that cannot be read for absent, so that one odd member does not cost a listing. For what is only
 * read: of what is sent back, nothing may be lost.
 */
final class OddShapes extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
        return passed(type.getRawClass(), parser);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        return passed(type, parser);
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String message) {
        return null;
    }

    /** The whole item cannot be passed over. */
    private static @Nullable Object passed(Class<?> type, JsonParser parser) {
        if (ItemTypes.mayBeReadPast(type)) {
            return NOT_HANDLED;
        }
        parser.skipChildren();
        return null;
    }
}
