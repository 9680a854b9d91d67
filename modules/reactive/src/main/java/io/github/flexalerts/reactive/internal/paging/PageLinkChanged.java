package io.github.flexalerts.reactive.internal.paging;

import io.github.flexalerts.core.page.PageMeta;

/** A page was fetched again, and its last word on what follows differs from the first, by which the listing went on. */
final class PageLinkChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String target;
    private final int index;
    private final transient PageMeta meta;

    PageLinkChanged(String target, int index, PageMeta meta) {
        super("what follows page " + index + " has changed", null, false, false);
        this.target = target;
        this.index = index;
        this.meta = meta;
    }

    /** The page's path and query. */
    String target() {
        return target;
    }

    /** Which page of the walk it is, from 0. */
    int index() {
        return index;
    }

    /** The last word. */
    PageMeta meta() {
        return meta;
    }
}
