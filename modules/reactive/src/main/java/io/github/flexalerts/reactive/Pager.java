package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Follows next-page links, exactly as far as the demand goes.
 *
 * <p>{@code expand} subscribes to the next page as soon as one was emitted, so a fetch that started on subscription would
 * run ahead of the demand: each page's fetch here starts when it is requested. See decision 4.
 *
 * @param <T> the type of the items
 */
final class Pager<T> {
    private final Operation operation;
    private final NextLink links;
    private final Function<String, Mono<Page<T>>> fetch;
    private final Paging paging;

    Pager(Operation operation, NextLink links, Function<String, Mono<Page<T>>> fetch, Paging paging) {
        this.operation = operation;
        this.links = links;
        this.fetch = fetch;
        this.paging = paging;
    }

    /** Returns the items from a page on; the look-ahead is the number of pages fetched before they are asked for. */
    Flux<T> items(String firstTarget) {
        int lookAhead = paging.lookAhead();
        // Delayed errors: the items of the pages before the broken one are delivered first.
        return walk(firstTarget).concatMapDelayError(page -> items(page, lookAhead), true, lookAhead);
    }

    Flux<Page<T>> pages(String firstTarget) {
        int lookAhead = paging.pagesLookAhead();
        return lookAhead == 0 ? walk(firstTarget) : walk(firstTarget).concatMapDelayError(Mono::just, true, lookAhead);
    }

    /** Returns the target of a cursor, or the error that says why it must not be followed. */
    Mono<String> resume(String cursor) {
        return Mono.fromCallable(() -> links.target(cursor))
                .onErrorMap(NextLink.Refused.class, refused -> refusal(refused.reason(), 0));
    }

    private Flux<Page<T>> walk(String firstTarget) {
        return Flux.defer(() -> {
            Walk walk = new Walk(firstTarget);
            return onRequest(firstTarget, walk).expand(page -> {
                walk.pages++;
                return page.isLast() ? Flux.empty() : next(page, walk);
            });
        });
    }

    private Flux<Page<T>> next(Page<T> page, Walk walk) {
        try {
            return onRequest(walk.follow(links.target(String.valueOf(page.meta().nextPageUrl()))), walk);
        } catch (NextLink.Refused refused) {
            return Flux.error(refusal(refused.reason(), walk.pages));
        }
    }

    private Flux<Page<T>> onRequest(String target, Walk walk) {
        return Flux.just(target)
                .hide() // a scalar source would be fetched on subscription
                .concatMap(fetch, 0)
                .onErrorMap(FlexAlertsException.class, error -> walk.interrupted(target, error));
    }

    /** With no look-ahead the next page waits for demand, so the items must not end before the demand does. */
    private Flux<T> items(Page<T> page, int lookAhead) {
        Flux<T> items = Flux.fromIterable(page.items());
        return lookAhead > 0 || page.isLast() ? items : items.concatWith(Flux.generate(SynchronousSink::complete));
    }

    private PagingException refusal(Reason reason, int pages) {
        return new PagingException(operation.id(), reason, null, pages, null);
    }

    /** One walk along the links: of one subscription, so of one thread at a time. */
    private final class Walk {
        private final Set<String> visited = new HashSet<>();
        private String current;
        private int pages;

        Walk(String firstTarget) {
            current = firstTarget;
            visited.add(firstTarget);
        }

        String follow(String target) throws NextLink.Refused {
            if (!visited.add(target)) {
                throw new NextLink.Refused(Reason.LOOP);
            }
            long number = NextLink.pageNumber(target);
            if (number >= 0 && number < NextLink.pageNumber(current)) {
                throw new NextLink.Refused(Reason.BACKWARDS);
            }
            if (pages >= paging.maxPages()) {
                throw new NextLink.Refused(Reason.LIMIT);
            }
            current = target;
            return target;
        }

        /** Nothing was delivered before the first page, so its error stands for itself. */
        Throwable interrupted(String target, FlexAlertsException error) {
            return pages == 0 || error instanceof PagingException
                    ? error
                    : new PagingException(operation.id(), Reason.INTERRUPTED, target, pages, error);
        }
    }

    /**
     * How far a listing goes.
     *
     * @param lookAhead pages fetched ahead of the demand for items
     * @param pagesLookAhead pages fetched ahead of the demand for pages
     * @param maxPages pages after which a listing is an error
     */
    record Paging(int lookAhead, int pagesLookAhead, int maxPages) {}
}
