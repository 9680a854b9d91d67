package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.reactivestreams.Publisher;
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

    /** Returns the items from a page on. */
    Flux<T> items(String firstTarget) {
        // Delayed errors: the items of the pages before the broken one are delivered first.
        return walk(firstTarget, paging.lookAhead()).concatMapDelayError(Pager::items, true, 0);
    }

    /** Returns the pages from one on. */
    Flux<Page<T>> pages(String firstTarget) {
        return walk(firstTarget, paging.pagesLookAhead());
    }

    /** Returns the target of a cursor, or the error that says why it must not be followed. */
    Mono<String> resume(String cursor) {
        return Mono.fromCallable(() -> links.target(cursor))
                .onErrorMap(NextLink.Refused.class, refused -> refusal(refused.reason(), 0));
    }

    private Flux<Page<T>> walk(String firstTarget, int lookAhead) {
        return lookAhead == 0
                ? walk(firstTarget)
                : whenRequested(firstTarget, first -> walk(first).limitRate(lookAhead, 1));
    }

    private Flux<Page<T>> walk(String firstTarget) {
        return Flux.defer(() -> {
            Walk walk = new Walk(firstTarget);
            return fetch(firstTarget, walk).expand(page -> {
                walk.pages++;
                return page.isLast() ? Flux.empty() : next(page, walk);
            });
        });
    }

    private Flux<Page<T>> next(Page<T> page, Walk walk) {
        try {
            return fetch(walk.follow(links.target(String.valueOf(page.meta().nextPageUrl()))), walk);
        } catch (NextLink.Refused refused) {
            return Flux.error(refusal(refused.reason(), walk.pages));
        }
    }

    private Flux<Page<T>> fetch(String target, Walk walk) {
        return whenRequested(target, fetch)
                .onErrorMap(FlexAlertsException.class, error -> walk.interrupted(target, error));
    }

    /** Operators with a prefetch ask on subscription; this waits for the first demand from below. */
    private static <R> Flux<R> whenRequested(String target, Function<String, ? extends Publisher<R>> start) {
        return Flux.just(target).hide().concatMap(start, 0); // hidden, since a scalar source would start at once
    }

    /** An inner that ends asks for the next page, so a page must not end before there is demand for what follows. */
    private static <T> Flux<T> items(Page<T> page) {
        Flux<T> items = Flux.fromIterable(page.items());
        return page.isLast() ? items : items.concatWith(Flux.generate(SynchronousSink::complete));
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
