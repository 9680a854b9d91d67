package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.reactive.codec.PageReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One page of a listing while it arrives: its items in chunks, and what the service says of it as soon as that is read,
 * which usually is before the items. The fetch starts when the chunks are subscribed to, once.
 *
 * <p>A page that breaks is fetched again and goes on after what was delivered, told apart by the items' keys, in case the
 * list changed meanwhile.
 *
 * @param <T> the type of the items
 */
final class OpenPage<T> {
    private final String target;
    private final int index;
    private final int skip;
    private final Source<T> source;
    private final Sinks.One<PageMeta> meta = Sinks.one();
    private final List<@Nullable Object> delivered = new ArrayList<>();
    private PageMeta finalMeta = PageMeta.NONE;

    OpenPage(String target, int index, int skip, Source<T> source) {
        this.target = target;
        this.index = index;
        this.skip = skip;
        this.source = source;
    }

    /** Returns a page whose link must not be followed: nothing is fetched, and all that comes is the refusal. */
    static <T> OpenPage<T> refused(int index, PagingException refusal) {
        return new OpenPage<>("", index, 0, new Source<>() {
            @Override
            public Flux<List<T>> fetch(String target, Function<Flux<ByteBuffer>, Flux<List<T>>> body) {
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

    /** How many of its items were passed on, or skipped since an earlier listing had passed them on. */
    int delivered() {
        return delivered.size();
    }

    /** What the service says of it, as soon as that is read; empty if it failed before. */
    Mono<PageMeta> meta() {
        return meta.asMono();
    }

    /**
     * The items as they arrive. A failure comes as the last chunk. A page that is not the last ends in two empty chunks:
     * whoever waits with the first of them until there is demand keeps this page open, and with it the next one closed.
     */
    Flux<Chunk<T>> chunks() {
        return source.fetch(target, this::read)
                .map(items -> new Chunk<>(this, items, null))
                .concatWith(Flux.defer(this::end))
                .onErrorResume(FlexAlertsException.class, error -> Flux.just(new Chunk<>(this, List.of(), error)))
                .doFinally(signal -> meta.tryEmitEmpty());
    }

    /** The page as a whole. */
    Page<T> whole(List<T> items) {
        return new Page<>(items, finalMeta);
    }

    private Flux<List<T>> read(Flux<ByteBuffer> body) {
        return Flux.defer(() -> {
            PageReader<T> reader = source.reader();
            Fresh fresh = new Fresh();
            return body.map(bytes -> fresh.of(reader.read(bytes, this::tell)))
                    .filter(items -> !items.isEmpty())
                    .concatWith(Mono.fromRunnable(() -> {
                        finalMeta = reader.finish();
                        tell(finalMeta);
                    }));
        });
    }

    /** Only the first time counts. */
    private void tell(PageMeta known) {
        meta.tryEmitValue(known);
    }

    private Flux<Chunk<T>> end() {
        Chunk<T> end = new Chunk<>(this, List.of(), null);
        return finalMeta.isLast() ? Flux.empty() : Flux.just(end, end);
    }

    /** Tells, for one attempt, which items no attempt before has passed on. */
    private final class Fresh {
        private final Set<@Nullable Object> before = new HashSet<>(delivered);
        private final int placesBefore = delivered.size();
        private int place;

        List<T> of(List<T> items) {
            return before.isEmpty() && place >= skip ? noted(items) : filtered(items);
        }

        /** A page that never broke, so the most of them. */
        private List<T> noted(List<T> items) {
            for (T item : items) {
                delivered.add(source.key(item));
            }
            place += items.size();
            return items;
        }

        private List<T> filtered(List<T> items) {
            List<T> fresh = new ArrayList<>(items.size());
            for (T item : items) {
                Object key = source.key(item);
                boolean known = key == null ? place < placesBefore : before.contains(key);
                if (!known) {
                    delivered.add(key);
                }
                if (!known && place >= skip) {
                    fresh.add(item);
                }
                place++;
            }
            return fresh;
        }
    }

    /**
     * Where pages come from.
     *
     * @param <T> the type of the items
     */
    interface Source<T> {
        /** Fetches a page, again if it breaks; each attempt reads a body of its own. */
        Flux<List<T>> fetch(String target, Function<Flux<ByteBuffer>, Flux<List<T>>> body);

        /** Returns a reader for one attempt. */
        PageReader<T> reader();

        /** Returns by what an item is known again, null if by its place alone. */
        @Nullable
        Object key(T item);
    }
}
