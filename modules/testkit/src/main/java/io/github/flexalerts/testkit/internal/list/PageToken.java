package io.github.flexalerts.testkit.internal.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in a list: the element that the page comes after, or before. What is created or deleted meanwhile moves no
 * other.
 *
 * <p>As text it is opaque and awkward on purpose: every token holds {@code + % . = /}, so that a client which decodes
 * and encodes it anew, or takes a plus sign for a space, is found out by a {@code 21481}.
 *
 * @param backwards whether the page ends before the element instead of starting after it
 * @param keys the values of the sort fields of the element
 * @param number the element's place in the order of creation
 */
public record PageToken(boolean backwards, List<String> keys, long number) {

    /** Comes before all elements of a list that is in the order of creation. */
    public static final PageToken START = new PageToken(false, List.of(), -1);

    private static final String PREFIX = "PT+1%.=/";

    public String text() {
        ObjectNode content = Json.object().put("b", backwards).put("n", number);
        keys.forEach(content.putArray("k")::add);
        String encoded = Base64.getEncoder().encodeToString(Json.bytes(content));
        return PREFIX + encoded + "." + checksum(encoded);
    }

    static PageToken parse(String text, int fields) {
        int dot = text.lastIndexOf('.');
        if (!text.startsWith(PREFIX) || dot < PREFIX.length()) {
            throw Refusal.badPageToken();
        }
        String encoded = text.substring(PREFIX.length(), dot);
        if (!checksum(encoded).equals(text.substring(dot + 1))) {
            throw Refusal.badPageToken();
        }
        PageToken token = decode(encoded);
        if (token.keys.size() != fields) {
            throw Refusal.badPageToken();
        }
        return token;
    }

    private static PageToken decode(String encoded) {
        try {
            JsonNode content = Json.parse(new String(Base64.getDecoder().decode(encoded), UTF_8));
            List<String> keys =
                    content.path("k").valueStream().map(JsonNode::stringValue).toList();
            return new PageToken(
                    content.path("b").booleanValue(), keys, content.path("n").longValue());
        } catch (IllegalArgumentException | JacksonException e) {
            throw Refusal.badPageToken();
        }
    }

    private static String checksum(String encoded) {
        CRC32 sum = new CRC32();
        sum.update(encoded.getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
