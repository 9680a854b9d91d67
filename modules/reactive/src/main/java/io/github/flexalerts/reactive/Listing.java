package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.page.Page;
import reactor.core.publisher.Flux;

/**
 * Things that are listed page by page. Pages are fetched as the demand asks for them, by the service's own links and never by
 * a page's number. For every method: nothing is sent before a subscription, each subscription starts afresh, cancelling it
 * frees its connection, and values arrive on threads as those of {@link RuleOperations} do. What a listing holds if its
 * collection changes while the pages are read is not documented.
 *
 * <p>A consumer may pause as long as it likes. From a second on its listing no longer counts as calls in flight, so that calls
 * which the consumer makes meanwhile are not kept waiting by it; but each page that it has open, one and as many as the
 * client looks ahead, keeps its connection.
 *
 * @param <T> the type of the items
 */
public interface Listing<T> {

    /**
     * Lists everything, in the service's order, ahead of the demand by as many pages as the client's look-ahead says.
     *
     * @return the items; if a page after the first cannot be had, a {@link PagingException} that knows where to resume,
     *     after all items before it
     */
    Flux<T> list();

    /**
     * Goes on with a listing that was interrupted.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the items from there on; a {@link PagingException} if the cursor leads out of this resource
     */
    Flux<T> resumeFrom(String cursor);

    /**
     * Lists everything page by page. A page is fetched when it is requested.
     *
     * @return the pages, empty ones included; errors as in {@link #list()}
     */
    Flux<Page<T>> pages();

    /**
     * Goes on with a listing page by page.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the pages from there on; a {@link PagingException} if the cursor leads out of this resource
     */
    Flux<Page<T>> resumePagesFrom(String cursor);
}
