package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Rule;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a rule token by token. Databind would do it by the annotations, but it cannot keep unknown members beside unwrapped
 * ones, and a member in a surprising shape would fail the whole listing.
 */
final class RuleDecoder extends ValueDeserializer<Rule> {

    @Override
    public Rule deserialize(JsonParser parser, DeserializationContext context) {
        return decode(parser, RecentTexts.ofRule());
    }

    /** Reads the object at the parser's current token, up to its end. */
    static Rule decode(JsonParser parser, RecentTexts texts) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new CodecException("a rule must be an object");
        }
        RuleDraft draft = new RuleDraft(texts);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            draft.read(name, parser);
        }
        return draft.rule();
    }
}
