package io.github.flexalerts.cli.io;

import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.Map;

/** A rule or another item in the forms in which it is shown: all of them made of its JSON, so that none loses a member. */
public final class JsonItems {
    private static final JsonCodec CODEC = JsonCodec.standard();

    private JsonItems() {}

    /** Returns the item's JSON, on one line. */
    public static byte[] json(Object item) {
        return CODEC.write(item);
    }

    /** Returns all members as the API names them. */
    public static Map<?, ?> members(Object item) {
        return CODEC.read(CODEC.write(item), Map.class);
    }
}
