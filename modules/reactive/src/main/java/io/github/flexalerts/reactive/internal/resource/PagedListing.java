package io.github.flexalerts.reactive.internal.resource;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.Listing;
import io.github.flexalerts.reactive.internal.paging.Cursor;
import io.github.flexalerts.reactive.internal.paging.Pager;
import reactor.core.publisher.Flux;

/** A listing without filters, in the largest pages that are documented. */
class PagedListing<T> implements Listing<T> {
    private final Pager<T> pager;
    private final Cursor firstPage;

    PagedListing(Resource<T> resource, Pager<T> pager) {
        this.pager = pager;
        this.firstPage = Cursor.start(resource.firstPage("PageSize=" + RuleQuery.MAX_PAGE_SIZE));
    }

    @Override
    public final Flux<T> list() {
        return pager.items(firstPage);
    }

    @Override
    public final Flux<T> resumeFrom(String cursor) {
        return pager.resumeItems(requireNonNull(cursor, "cursor"));
    }

    @Override
    public final Flux<Page<T>> pages() {
        return pager.pages(firstPage);
    }

    @Override
    public final Flux<Page<T>> resumePagesFrom(String cursor) {
        return pager.resumePages(requireNonNull(cursor, "cursor"));
    }
}
