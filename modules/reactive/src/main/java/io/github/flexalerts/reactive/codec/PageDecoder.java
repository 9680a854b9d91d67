package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the envelope of a page, {@code {meta, rules}}, in any order of its members. A page without {@code meta} is the
 * last one; a page without its items is none.
 */
final class PageDecoder<T> {
    private final String key;
    private final Class<T> itemType;
    private PageMeta meta = PageMeta.NONE;
    private @Nullable List<T> items;

    PageDecoder(String key, Class<T> itemType) {
        this.key = key;
        this.itemType = itemType;
    }

    Page<T> read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new CodecException("a page must be an object");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(key)) {
                items = items(parser, value);
            } else if (name.equals("meta")) {
                meta = meta(RawJson.read(parser));
            } else {
                parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new CodecException("a page must be one whole object");
        }
        if (items == null) {
            throw new CodecException("the page has no member " + key);
        }
        return new Page<>(items, meta);
    }

    private List<T> items(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (value != JsonToken.START_ARRAY) {
            throw new CodecException(key + " must be an array");
        }
        List<T> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                throw new CodecException(key + " must not hold null");
            }
            read.add(parser.readValueAs(itemType));
        }
        return read;
    }

    private static PageMeta meta(@Nullable Object raw) {
        if (raw == null) {
            return PageMeta.NONE;
        }
        if (!(raw instanceof Map<?, ?> members)) {
            throw new CodecException("meta must be an object or null"); // to read past it would lose the link
        }
        Object next = members.get("next_page_url");
        if (next != null && !(next instanceof String)) {
            throw new CodecException("next_page_url must be text or null"); // to take it for the end would lose rules
        }
        return new PageMeta(
                text(members.get("key")),
                number(members.get("page")),
                number(members.get("page_size")),
                text(members.get("url")),
                text(members.get("first_page_url")),
                text(members.get("previous_page_url")),
                (String) next);
    }

    private static @Nullable String text(@Nullable Object raw) {
        return raw instanceof String text ? text : null;
    }

    private static @Nullable Integer number(@Nullable Object raw) {
        return raw instanceof Integer number ? number : null;
    }
}
