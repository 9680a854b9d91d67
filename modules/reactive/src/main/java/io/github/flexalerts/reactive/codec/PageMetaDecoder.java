package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.PageMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads what the service says of a page. Odd members are taken for absent, but for the link. */
final class PageMetaDecoder {
    private PageMetaDecoder() {}

    /** Reads the value at the parser's current token. */
    static PageMeta decode(JsonParser parser) {
        Object raw = RawJson.read(parser);
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
