package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Query;
import io.github.flexalerts.testkit.internal.http.Refusal;
import io.github.flexalerts.testkit.internal.list.ListQuery;
import io.github.flexalerts.testkit.internal.list.Order;
import io.github.flexalerts.testkit.internal.list.PageToken;
import io.github.flexalerts.testkit.internal.list.Store;
import io.github.flexalerts.testkit.internal.list.Stored;
import io.github.flexalerts.testkit.internal.list.View;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list: the elements on it, and the seven members of {@code meta} that lead to its neighbours. */
final class Listing {

    private final List<Stored> items;
    private final ListQuery query;
    private final Order order;
    private final int start;
    private final int end;

    private Listing(List<Stored> items, ListQuery query) {
        this.items = items;
        this.query = query;
        this.order = query.view().order();
        PageToken token = query.token();
        if (token == null) {
            this.start = 0;
            this.end = Math.min(query.pageSize(), items.size());
        } else {
            int place = place(token);
            this.start = token.backwards() ? Math.max(place - query.pageSize(), 0) : place;
            this.end = token.backwards() ? place : Math.min(place + query.pageSize(), items.size());
        }
    }

    /**
     * Answers a list with the page that a request asks for.
     *
     * @param origin what the links name in place of this server
     * @param reader makes the view of the query, or refuses it
     */
    static Answer answer(
            Exchange exchange, Settings settings, String origin, Store store, Function<Query, View> reader) {
        ListQuery query;
        try {
            Query parameters = Query.of(exchange.target());
            query = ListQuery.of(parameters, reader.apply(parameters));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The query is not encoded as a URL must be");
        }
        List<Stored> all = store.view(exchange.route().owner(), query.view());
        return Answer.json(200, new Listing(all, query).document(origin + exchange.path(), settings.metaLast()));
    }

    /** The index of the first element after the token's, or of the token's itself when it reads backwards. */
    private int place(PageToken token) {
        Stored probe = order.probe(token.keys(), token.number());
        Comparator<Stored> comparator = order.comparator();
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int sign = comparator.compare(items.get(middle), probe);
            if (sign > 0 || (sign == 0 && token.backwards())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private ObjectNode document(String url, boolean metaLast) {
        ObjectNode meta = meta(url);
        ObjectNode document = Json.object();
        if (!metaLast) {
            document.set("meta", meta);
        }
        ArrayNode listed = document.putArray(query.view().key());
        items.subList(start, end).forEach(item -> listed.add(query.view().element(item.document())));
        if (metaLast) {
            document.set("meta", meta);
        }
        return document;
    }

    private ObjectNode meta(String url) {
        return Json.object()
                .put("page", query.page())
                .put("page_size", query.pageSize())
                .put("first_page_url", url + query.page(0, null))
                .put("previous_page_url", previous(url))
                .put("url", url + query.page(query.page(), query.token()))
                .put("next_page_url", next(url))
                .put("key", query.view().key());
    }

    private @Nullable String next(String url) {
        return end >= items.size() || start == end
                ? null
                : url + query.page(query.page() + 1, token(false, items.get(end - 1)));
    }

    private @Nullable String previous(String url) {
        return start == 0 || start >= items.size()
                ? null
                : url + query.page(Math.max(query.page() - 1, 0), token(true, items.get(start)));
    }

    private PageToken token(boolean backwards, Stored item) {
        return new PageToken(backwards, order.keys(item), item.number());
    }
}
