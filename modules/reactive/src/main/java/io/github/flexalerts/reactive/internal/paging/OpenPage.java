package io.github.flexalerts.reactive.internal.paging;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.reactive.codec.PageReader;
import io.github.flexalerts.reactive.internal.call.Portion;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One page of a listing while it arrives: its items in chunks, and its {@code meta} as soon as that is read, usually before the
 * items. The fetch starts once, when the chunks are subscribed to.
 *
 * <p>A broken page is fetched again and continues after the delivered items. The last {@code meta} is the valid one: if it differs
 * from the first, the listing followed a wrong link and the page ends in {@link PageLinkChanged}.
 *
 * @param <T> the type of the items
 */
public final class OpenPage<T> {
    private final String target;
    private final int index;
    private final Source<T> source;
    private final PageProgress<T> progress;
    private final Sinks.One<PageMeta> meta = Sinks.one();
    private volatile @Nullable PageMeta firstMeta;
    private volatile PageMeta finalMeta = PageMeta.NONE;

    OpenPage(Cursor from, int index, Source<T> source) {
        this.target = from.target();
        this.index = index;
        this.source = source;
        this.progress = new PageProgress<>(from, source::key);
    }

    /** Returns a page whose link must not be followed: nothing is fetched, and all that comes is the refusal. */
    static <T> OpenPage<T> refused(int index, PagingException refusal) {
        return new OpenPage<>(Cursor.start(""), index, new Source<>() {
            @Override
            public Flux<Portion<T>> fetch(String target, Function<Flux<ByteBuffer>, Flux<Portion<T>>> body) {
                return Flux.error(refusal);
            }

            @Override
            public PageReader<T> reader() {
                throw refusal;
            }

            @Override
            public @Nullable Object key(T item) {
                return null;
            }
        });
    }

    String target() {
        return target;
    }

    /** Which page of the walk it is, from 0. */
    int index() {
        return index;
    }

    /** How far it was passed on. */
    PageProgress<T> progress() {
        return progress;
    }

    /** What the service says of it, as soon as that is read; empty if it failed before. */
    Mono<PageMeta> meta() {
        return meta.asMono();
    }

    /**
     * The items as they arrive. A failure comes as the last chunk. A page that is not the last ends in two empty chunks:
     * a reader that holds the first of them until there is demand keeps this page open and the next page closed.
     */
    Flux<Chunk<T>> chunks() {
        return source.fetch(target, this::read)
                .doOnNext(progress::passOn)
                .filter(portion -> !portion.items().isEmpty())
                .map(portion -> new Chunk<>(this, portion.items(), null))
                .concatWith(Flux.defer(this::end))
                .onErrorResume(error -> Flux.just(new Chunk<>(this, List.of(), error)))
                .doFinally(signal -> meta.tryEmitEmpty());
    }

    /** The page as a whole. */
    Page<T> whole(List<T> items) {
        return new Page<>(items, finalMeta);
    }

    /** Ends the page: in an error if the listing has gone wrong behind it. */
    <V> Mono<V> moved() {
        return Mono.defer(() -> hasMoved() ? Mono.error(new PageLinkChanged(target, index, finalMeta)) : Mono.empty());
    }

    /** Every portion of what was read, known items included, so that to read on is seen to be no silence. */
    private Flux<Portion<T>> read(Flux<ByteBuffer> body) {
        return Flux.defer(() -> {
            PageReader<T> reader = source.reader();
            PageProgress<T>.Attempt attempt = progress.attempt();
            return body.map(bytes -> reader.read(bytes, this::tell))
                    .filter(items -> !items.isEmpty())
                    .map(attempt::read)
                    .concatWith(Mono.fromRunnable(() -> {
                        finalMeta = reader.finish();
                        tell(finalMeta);
                    }));
        });
    }

    /** Only the first time counts while the page arrives. */
    private void tell(PageMeta known) {
        if (meta.tryEmitValue(known).isSuccess()) {
            firstMeta = known;
        }
    }

    private Flux<Chunk<T>> end() {
        Chunk<T> end = new Chunk<>(this, List.of(), null);
        return this.<Chunk<T>>moved().thenMany(finalMeta.isLast() ? Flux.empty() : Flux.just(end, end));
    }

    private boolean hasMoved() {
        return firstMeta != null
                && !(firstMeta.isLast() && finalMeta.isLast())
                && !Objects.equals(firstMeta.nextPageUrl(), finalMeta.nextPageUrl());
    }

    /**
     * Where pages come from.
     *
     * @param <T> the type of the items
     */
    public interface Source<T> {
        /** Fetches a page, again if it breaks; each attempt reads a body of its own. */
        Flux<Portion<T>> fetch(String target, Function<Flux<ByteBuffer>, Flux<Portion<T>>> body);

        /** Returns a reader for one attempt. */
        PageReader<T> reader();

        /** Returns by what an item is known again, null if by its place alone. */
        @Nullable
        Object key(T item);
    }
}
