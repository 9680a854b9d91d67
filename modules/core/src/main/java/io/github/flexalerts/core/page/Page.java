package io.github.flexalerts.core.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One page of a listing. An empty page is not the end of a listing; only a null or blank {@link PageMeta#nextPageUrl()} is.
 *
 * @param items the items of the page, in the service's order
 * @param meta what the service says of the page
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, PageMeta meta) {

    /** Creates a page. */
    public Page {
        items = List.copyOf(items);
        requireNonNull(meta, "meta");
    }

    /**
     * Returns whether the listing ends with this page.
     *
     * @return true if there is no link to a next page
     */
    public boolean isLast() {
        return meta.isLast();
    }
}
