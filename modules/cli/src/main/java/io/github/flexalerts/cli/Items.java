package io.github.flexalerts.cli;

import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.Map;

/** A rule or another item in the forms in which it is shown: all of them made of its JSON, so that none loses a member. */
final class Items {
    private static final JsonCodec CODEC = JsonCodec.standard();

    private Items() {}

    /** Returns the item's JSON, on one line. */
    static byte[] json(Object item) {
        return CODEC.write(item);
    }

    /** Returns all members as the API names them. */
    static Map<?, ?> members(Object item) {
        return CODEC.read(CODEC.write(item), Map.class);
    }
}
