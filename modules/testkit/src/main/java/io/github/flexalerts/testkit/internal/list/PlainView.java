package io.github.flexalerts.testkit.internal.list;

import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.http.Query.Parameter;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.http.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in the order of creation, with one filter at most.
 *
 * @param friendlyName what elements are called that are listed, or null for all of them
 */
public record PlainView(String key, @Nullable String friendlyName) implements View {

    /** A list without filters. */
    public static PlainView of(Resource resource, Query query) {
        return named(resource, query, null);
    }

    /** A list with a filter by exact name, upper and lower case apart; whether the service is as exact is unknown. */
    public static PlainView byName(Resource resource, Query query) {
        return named(resource, query, query.last("FriendlyName"));
    }

    private static PlainView named(Resource resource, Query query, @Nullable String friendlyName) {
        refuseMadeUpPages(query);
        return new PlainView(resource.key(), friendlyName);
    }

    /** The first page is what links call {@code Page=0}; a later one without its token was counted, not followed. */
    private static void refuseMadeUpPages(Query query) {
        String page = query.last("Page");
        if (page != null && !page.equals("0") && query.last("PageToken") == null) {
            throw Refusal.badRequest("Paging by Page is not supported: follow next_page_url");
        }
    }

    @Override
    public boolean accepts(Stored item) {
        return friendlyName == null || friendlyName.equals(item.text("friendly_name"));
    }

    @Override
    public Order order() {
        return Order.CREATION;
    }

    @Override
    public List<Parameter> parameters() {
        return friendlyName == null ? List.of() : List.of(new Parameter("FriendlyName", friendlyName));
    }
}
