package io.github.flexalerts.reactive.internal.paging;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.internal.call.Observed;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.util.retry.Retry;

/**
 * Follows next-page links, exactly as far as demand and look-ahead go. Without {@code handle}, which makes the observation of
 * the context current on the thread: an observation handler that throws would break the listing there.
 *
 * <p>{@code expand} runs over pages that are not fetched yet, or still arriving: each yields the next one as soon as its link
 * is read. A page is fetched when its turn comes, at most look-ahead + 1 at once; their order is kept. See decision 4.
 *
 * @param <T> the type of the items
 */
public final class Pager<T> {
    /** Chunks of a page that wait for their turn; the rest stays in the socket. */
    private static final int WINDOW = 2;

    private final Operation operation;
    private final NextLink links;
    private final OpenPage.Source<T> source;
    private final Function<Cursor, @Nullable Consumer<T>> checks;
    private final Paging paging;
    private final ClientInstrumentation instrumentation;

    public Pager(
            Operation operation,
            NextLink links,
            OpenPage.Source<T> source,
            Function<Cursor, @Nullable Consumer<T>> checks,
            Paging paging,
            ClientInstrumentation instrumentation) {
        this.operation = operation;
        this.links = links;
        this.source = source;
        this.checks = checks;
        this.paging = paging;
        this.instrumentation = instrumentation;
    }

    /** Returns the items from a cursor on. */
    public Flux<T> resumeItems(String cursor) {
        return resume(cursor).flatMapMany(this::items);
    }

    /** Returns the pages from a cursor on. */
    public Flux<Page<T>> resumePages(String cursor) {
        return resume(cursor).flatMapMany(this::pages);
    }

    /** Returns the items from a page on. */
    public Flux<T> items(Cursor first) {
        return observed(counted -> checked(
                first,
                walked(
                        first,
                        counted.source(),
                        pages -> pages.flatMapSequential(OpenPage::chunks, paging.lookAhead() + 1, WINDOW)
                                .concatMap(chunk -> items(counted.delivered(chunk)), 0)),
                (check, item) -> check.accept(item)));
    }

    /** Returns the pages from one on. */
    public Flux<Page<T>> pages(Cursor first) {
        return observed(counted -> checked(
                        first,
                        pages(first, counted.source()),
                        (check, page) -> page.items().forEach(check))
                .doOnNext(counted::delivered));
    }

    /** A listing without a check costs nothing more. */
    private <V> Flux<V> checked(Cursor first, Flux<V> passing, BiConsumer<Consumer<T>, V> look) {
        Consumer<T> check = checks.apply(first);
        return check == null
                ? passing
                : passing.doOnNext(value -> look.accept(check, value)).onErrorStop();
    }

    private Flux<Page<T>> pages(Cursor first, OpenPage.Source<T> from) {
        Flux<Page<T>> pages = walked(first, from, open -> open.concatMap(page -> whenRequested(page, this::whole), 0));
        int lookAhead = paging.pagesLookAhead();
        return lookAhead == 0 ? pages : whenRequested(pages, ahead -> ahead.limitRate(lookAhead, 1));
    }

    /** A listing is one operation; the calls for its pages are parts of it. */
    private <V> Flux<V> observed(Function<CountedPages<T>, Flux<V>> work) {
        return Observed.of(instrumentation, operation, observer -> {
            CountedPages<T> counted = new CountedPages<>(source, observer);
            return counted.counted(Observed.within(operation, observer, work.apply(counted)));
        });
    }

    private Mono<Cursor> resume(String cursor) {
        return Mono.fromCallable(() -> Cursor.parse(cursor, links))
                .onErrorMap(NextLink.Refused.class, refused -> refusal(refused.reason(), 0));
    }

    /** Reads the pages of a walk. If the link of a page changed while it was read, another walk continues with the new link. */
    private <V> Flux<V> walked(Cursor first, OpenPage.Source<T> from, Function<Flux<OpenPage<T>>, Flux<V>> reading) {
        return Flux.defer(() -> {
            AtomicReference<Walk> walk = new AtomicReference<>(new Walk(first, from));
            return Flux.defer(() -> whenRequested(requireNonNull(walk.get()).pages(), reading))
                    .retryWhen(Retry.from(failures -> failures.map(Retry.RetrySignal::failure)
                            .handle((failure, sink) -> {
                                if (failure instanceof PageLinkChanged moved) {
                                    walk.updateAndGet(earlier -> earlier.after(moved));
                                    sink.next(moved);
                                } else {
                                    sink.error(failure);
                                }
                            })))
                    .onErrorStop(); // otherwise onErrorContinue would silently skip rules
        });
    }

    /** Operators with a prefetch ask on subscription; this waits for the first demand from below. */
    private static <S, R> Flux<R> whenRequested(S start, Function<S, ? extends Publisher<R>> work) {
        return Flux.just(start).hide().concatMap(work, 0); // hidden, since a scalar source would start at once
    }

    /** An empty chunk ends when there is demand; what follows it is not asked for before. */
    private Flux<T> items(Chunk<T> chunk) {
        if (chunk.failure() != null) {
            OpenPage<T> page = chunk.page();
            return Flux.error(interrupted(page, chunk.failure(), page.progress().cursor()));
        }
        return chunk.items().isEmpty() ? Flux.generate(SynchronousSink::complete) : Flux.fromIterable(chunk.items());
    }

    private Flux<Page<T>> whole(OpenPage<T> page) {
        return page.chunks()
                .map(chunk -> {
                    if (chunk.failure() != null && !(chunk.failure() instanceof PageLinkChanged)) {
                        throw Exceptions.propagate(interrupted(
                                page, chunk.failure(), page.progress().start()));
                    }
                    return chunk.items();
                })
                .collect(ArrayList<T>::new, List::addAll)
                .map(page::whole)
                .concatWith(page.moved());
    }

    /** If nothing was delivered before, the error is not wrapped. */
    private Throwable interrupted(OpenPage<T> page, Throwable failure, Cursor cursor) {
        boolean beforeAnything =
                page.index() == 0 && cursor.equals(page.progress().start());
        return failure instanceof FlexAlertsException known && !(failure instanceof PagingException) && !beforeAnything
                ? new PagingException(operation.id(), Reason.INTERRUPTED, cursor.toString(), page.index(), known)
                : failure;
    }

    private PagingException refusal(Reason reason, int pages) {
        return new PagingException(operation.id(), reason, null, pages, null);
    }

    /** One walk along the links, of one subscription. */
    private final class Walk {
        private final @Nullable String checked;
        private final OpenPage.Source<T> from;
        private final Map<String, Integer> visited;
        private final Supplier<@Nullable OpenPage<T>> start;

        Walk(Cursor first, OpenPage.Source<T> from) {
            this.checked = first.checked();
            this.from = from;
            this.visited = new ConcurrentHashMap<>(Map.of(first.target(), 0));
            this.start = () -> new OpenPage<>(first, 0, from);
        }

        private Walk(Walk earlier, PageLinkChanged moved) {
            this.checked = earlier.checked;
            this.from = earlier.from;
            this.visited = new ConcurrentHashMap<>(earlier.visited);
            visited.values().removeIf(index -> index > moved.index());
            this.start = () -> after(moved.target(), moved.index(), moved.meta());
        }

        Flux<OpenPage<T>> pages() {
            return Mono.defer(() -> Mono.justOrEmpty(start.get()))
                    .expand(page ->
                            page.meta().flatMap(meta -> Mono.justOrEmpty(after(page.target(), page.index(), meta))));
        }

        /** Returns the walk that continues with the new link. */
        Walk after(PageLinkChanged moved) {
            return new Walk(this, moved);
        }

        /** Returns the page after this one, null if this is the last; a link that must not be followed is a page that fails. */
        @Nullable
        private OpenPage<T> after(String target, int index, PageMeta meta) {
            if (meta.isLast()) {
                return null;
            }
            if (index == 0) {
                knowByItsOwnUrl(meta);
            }
            int next = index + 1;
            try {
                String link = follow(target, requireNonNull(meta.nextPageUrl()), next);
                return new OpenPage<>(Cursor.start(link, checked), next, from);
            } catch (NextLink.Refused refused) {
                return OpenPage.refused(next, refusal(refused.reason(), next));
            }
        }

        /** The first page was asked for in words of ours; its own URL makes a link back to it known again. */
        private void knowByItsOwnUrl(PageMeta meta) {
            try {
                visited.putIfAbsent(links.target(String.valueOf(meta.url())), 0);
            } catch (NextLink.Refused refused) {
                // It is not followed, so it may say what it likes.
            }
        }

        private String follow(String from, String link, int index) throws NextLink.Refused {
            String target = links.target(link);
            if (visited.putIfAbsent(target, index) != null) {
                throw new NextLink.Refused(Reason.LOOP);
            }
            long number = NextLink.pageNumber(target);
            if (number >= 0 && number < NextLink.pageNumber(from)) {
                throw new NextLink.Refused(Reason.BACKWARDS);
            }
            if (index >= paging.maxPages()) {
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
    public record Paging(int lookAhead, int pagesLookAhead, int maxPages) {}
}
