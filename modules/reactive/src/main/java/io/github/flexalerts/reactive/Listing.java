package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.page.Page;
import reactor.core.publisher.Flux;

/**
 * A resource that is listed in pages. The client fetches pages as the subscriber asks for items, and follows the links of the
 * service. For every method: nothing is sent before a subscription, each subscription starts at the beginning, and cancelling it
 * releases its connection. Threads are those of {@link RuleOperations}. What a listing returns if items change during it is not
 * documented.
 *
 * <p>A subscriber may pause for any time. After a second its listing no longer counts as calls in flight, so other calls of the
 * account do not wait for it. Each open page keeps its connection: one page, and as many as the client looks ahead.
 *
 * @param <T> the type of the items
 */
public interface Listing<T> {

    /**
     * Lists all items in the order of the service, and fetches {@link FlexAlertsClientBuilder#lookAhead} pages ahead.
     *
     * @return the items. If a later page fails, all items before it and then a {@link PagingException} with the cursor to resume
     *     from
     */
    Flux<T> list();

    /**
     * Resumes a listing that failed.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the rest of the items; a {@link PagingException} if the cursor belongs to another resource
     */
    Flux<T> resumeFrom(String cursor);

    /**
     * Lists all pages. The client fetches a page when the subscriber requests it.
     *
     * @return the pages, including empty ones; errors as in {@link #list()}
     */
    Flux<Page<T>> pages();

    /**
     * Resumes a listing page by page.
     *
     * @param cursor {@link PagingException#cursor()}, or the {@code nextPageUrl} of a page
     * @return the rest of the pages; a {@link PagingException} if the cursor belongs to another resource
     */
    Flux<Page<T>> resumePagesFrom(String cursor);
}
