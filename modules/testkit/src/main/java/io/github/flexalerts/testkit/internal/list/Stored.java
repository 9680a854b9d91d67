package io.github.flexalerts.testkit.internal.list;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as the service keeps it.
 *
 * @param number its place in the order of creation
 * @param key what the path calls it; usually the document's own {@code sid}
 * @param document never changed once stored; copied before a fault changes an answer that holds it
 */
public record Stored(long number, String key, ObjectNode document) {

    /** The text of a member, or the empty text where it is null, absent or something else. */
    public String text(String member) {
        JsonNode value = document.path(member);
        return value.isString() ? value.stringValue() : "";
    }
}
