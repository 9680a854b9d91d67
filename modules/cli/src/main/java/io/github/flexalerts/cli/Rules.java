package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.Map;

/** A rule in the forms in which it is shown: all of them made of its JSON, so that none loses a member. */
final class Rules {
    private static final JsonCodec CODEC = JsonCodec.standard();

    private Rules() {}

    /** Returns the rule's JSON, on one line. */
    static byte[] json(Rule rule) {
        return CODEC.write(rule);
    }

    /** Returns all members as the API names them. */
    static Map<?, ?> members(Rule rule) {
        return CODEC.read(CODEC.write(rule), Map.class);
    }
}
