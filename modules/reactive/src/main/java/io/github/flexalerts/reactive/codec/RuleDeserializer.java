package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Rule;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** The rules that databind meets on its way. */
final class RuleDeserializer extends ValueDeserializer<Rule> {

    @Override
    public Rule deserialize(JsonParser parser, DeserializationContext context) {
        return RuleDecoder.decode(parser);
    }
}
