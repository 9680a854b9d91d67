package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Follows next-page links, exactly as far as demand and look-ahead go. Without {@code handle}, which makes the observation of
 * the context current on the thread: a handler of somebody's that throws would break the listing there.
 *
 * <p>{@code expand} runs over pages that are not fetched yet, or still arriving: each yields the next one as soon as its link
 * is read. A page is fetched when its turn comes, at most look-ahead + 1 at once; their order is kept. See decision 4.
 *
 * @param <T> the type of the items
 */
final class Pager<T> {
    /** Chunks of a page that wait for their turn; the rest stays in the socket. */
    private static final int WINDOW = 2;

    private final Operation operation;
    private final NextLink links;
    private final OpenPage.Source<T> source;
    private final Paging paging;
    private final ClientInstrumentation instrumentation;

    Pager(
            Operation operation,
            NextLink links,
            OpenPage.Source<T> source,
            Paging paging,
            ClientInstrumentation instrumentation) {
        this.operation = operation;
        this.links = links;
        this.source = source;
        this.paging = paging;
        this.instrumentation = instrumentation;
    }

    /** Returns the items from a page on. */
    Flux<T> items(String firstTarget) {
        return items(new Cursor(firstTarget, 0));
    }

    /** Returns the items from a cursor on. */
    Flux<T> resumeItems(String cursor) {
        return resume(cursor).flatMapMany(this::items);
    }

    /** Returns the pages from one on. */
    Flux<Page<T>> pages(String firstTarget) {
        return pages(new Cursor(firstTarget, 0));
    }

    /** Returns the pages from a cursor on. */
    Flux<Page<T>> resumePages(String cursor) {
        return resume(cursor).flatMapMany(this::pages);
    }

    private Flux<T> items(Cursor first) {
        return observed(counted -> whenRequested(
                first,
                start -> walk(start, counted.source())
                        .flatMapSequential(OpenPage::chunks, paging.lookAhead() + 1, WINDOW)
                        .concatMap(chunk -> items(counted.delivered(chunk)), 0)));
    }

    private Flux<Page<T>> pages(Cursor first) {
        return observed(counted -> pages(first, counted.source()).doOnNext(counted::delivered));
    }

    private Flux<Page<T>> pages(Cursor first, OpenPage.Source<T> from) {
        Flux<Page<T>> pages = walk(first, from).concatMap(page -> whenRequested(page, this::whole), 0);
        int lookAhead = paging.pagesLookAhead();
        return lookAhead == 0 ? pages : whenRequested(pages, ahead -> ahead.limitRate(lookAhead, 1));
    }

    /** A listing is one operation; the calls for its pages are parts of it. */
    private <V> Flux<V> observed(Function<CountedPages<T>, Flux<V>> work) {
        return Observed.of(instrumentation, operation, told -> {
            CountedPages<T> counted = new CountedPages<>(source, told);
            return counted.counted(Observed.within(operation, told, work.apply(counted)));
        });
    }

    private Mono<Cursor> resume(String cursor) {
        return Mono.fromCallable(() -> Cursor.parse(cursor, links))
                .onErrorMap(NextLink.Refused.class, refused -> refusal(refused.reason(), 0));
    }

    private Flux<OpenPage<T>> walk(Cursor first, OpenPage.Source<T> from) {
        return Flux.defer(() -> {
            Walk walk = new Walk(first.target(), from);
            OpenPage<T> start = new OpenPage<>(first.target(), 0, first.skip(), from);
            return Mono.just(start)
                    .expand(page -> page.meta().flatMap(meta -> Mono.justOrEmpty(walk.after(page, meta))));
        });
    }

    /** Operators with a prefetch ask on subscription; this waits for the first demand from below. */
    private static <S, R> Flux<R> whenRequested(S start, Function<S, ? extends Publisher<R>> work) {
        return Flux.just(start).hide().concatMap(work, 0); // hidden, since a scalar source would start at once
    }

    /** An empty chunk ends when there is demand; what follows it is not asked for before. */
    private Flux<T> items(Chunk<T> chunk) {
        if (chunk.failure() != null) {
            return Flux.error(
                    interrupted(chunk.page(), chunk.failure(), chunk.page().delivered()));
        }
        return chunk.items().isEmpty() ? Flux.generate(SynchronousSink::complete) : Flux.fromIterable(chunk.items());
    }

    private Flux<Page<T>> whole(OpenPage<T> page) {
        return page.chunks()
                .map(chunk -> {
                    if (chunk.failure() != null) {
                        throw interrupted(page, chunk.failure(), 0);
                    }
                    return chunk.items();
                })
                .collect(ArrayList<T>::new, List::addAll)
                .map(page::whole)
                .flux();
    }

    /** Where nothing was delivered before, an error stands for itself. */
    private FlexAlertsException interrupted(OpenPage<T> page, FlexAlertsException failure, int delivered) {
        if (failure instanceof PagingException || (page.index() == 0 && delivered == 0)) {
            return failure;
        }
        String cursor = new Cursor(page.target(), delivered).toString();
        return new PagingException(operation.id(), Reason.INTERRUPTED, cursor, page.index(), failure);
    }

    private PagingException refusal(Reason reason, int pages) {
        return new PagingException(operation.id(), reason, null, pages, null);
    }

    /** One walk along the links: of one subscription, so of one thread at a time. */
    private final class Walk {
        private final Set<String> visited = new HashSet<>();
        private final OpenPage.Source<T> from;

        Walk(String firstTarget, OpenPage.Source<T> from) {
            this.from = from;
            visited.add(firstTarget);
        }

        /** Returns the page after this one, null if this is the last; a link that must not be followed is a page that fails. */
        @Nullable
        OpenPage<T> after(OpenPage<T> page, PageMeta meta) {
            if (meta.isLast()) {
                return null;
            }
            if (page.index() == 0) {
                knowByItsOwnUrl(meta);
            }
            int index = page.index() + 1;
            try {
                return new OpenPage<>(follow(page, requireNonNull(meta.nextPageUrl())), index, 0, from);
            } catch (NextLink.Refused refused) {
                return OpenPage.refused(index, refusal(refused.reason(), index));
            }
        }

        /** The first page was asked for in words of ours; its own URL makes a link back to it known again. */
        private void knowByItsOwnUrl(PageMeta meta) {
            try {
                visited.add(links.target(String.valueOf(meta.url())));
            } catch (NextLink.Refused refused) {
                // It is not followed, so it may say what it likes.
            }
        }

        private String follow(OpenPage<T> page, String link) throws NextLink.Refused {
            String target = links.target(link);
            if (!visited.add(target)) {
                throw new NextLink.Refused(Reason.LOOP);
            }
            long number = NextLink.pageNumber(target);
            if (number >= 0 && number < NextLink.pageNumber(page.target())) {
                throw new NextLink.Refused(Reason.BACKWARDS);
            }
            if (page.index() + 1 >= paging.maxPages()) {
                throw new NextLink.Refused(Reason.LIMIT);
            }
            return target;
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
