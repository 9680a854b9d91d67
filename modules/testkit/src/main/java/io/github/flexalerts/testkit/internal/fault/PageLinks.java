package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.list.PageToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The links of a page, in parts.
 *
 * @param origin scheme and host of all of them
 * @param url path and query of the page itself
 * @param next path and query of the next page, null on the last
 * @param first path and query of the first page
 * @param previous path and query of the page before, null on the first
 */
public record PageLinks(
        String origin,
        String url,
        @Nullable String next,
        String first,
        @Nullable String previous) {

    public static PageLinks of(ObjectNode meta) {
        String url = meta.path("url").asString("");
        String origin = url.substring(0, url.indexOf("/v1/"));
        return new PageLinks(
                origin,
                url.substring(origin.length()),
                after(origin, meta.path("next_page_url")),
                meta.path("first_page_url").asString("").substring(origin.length()),
                after(origin, meta.path("previous_page_url")));
    }

    private static @Nullable String after(String origin, JsonNode link) {
        return link.isString() ? link.stringValue().substring(origin.length()) : null;
    }

    /** Returns the next page, or the page itself when it is the last. */
    public String onward() {
        return next == null ? url : next;
    }

    public String path() {
        return url.substring(0, url.indexOf('?'));
    }

    public String onwardQuery() {
        return onward().substring(onward().indexOf('?'));
    }

    /** The page itself, under the URL of a later one: {@code Page} is the client's own and decides nothing. */
    public String again() {
        Query query = Query.of(url);
        int page = Integer.parseInt(String.valueOf(query.last("Page")));
        String again = url.replaceFirst("([?&])Page=\\d+", "$1Page=" + (page + 1));
        // A list that refuses made-up pages wants a token; the start of a sorted list has none, and needs none.
        return query.last("PageToken") == null && query.last("Sort") == null
                ? again + "&PageToken=" + Query.encode(PageToken.START.text())
                : again;
    }
}
