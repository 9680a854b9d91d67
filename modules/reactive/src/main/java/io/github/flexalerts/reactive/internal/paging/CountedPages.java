package io.github.flexalerts.reactive.internal.paging;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.codec.PageReader;
import io.github.flexalerts.reactive.internal.call.Portion;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The pages of one subscription to a listing, as its instrumentation sees them: counts those that are read, which may be several at a
 * time, and those that the consumer got something of.
 *
 * @param <T> the type of the items
 */
final class CountedPages<T> implements OpenPage.Source<T> {
    private final OpenPage.Source<T> source;
    private final CallInstrumentation call;
    private final AtomicInteger read = new AtomicInteger();
    private int lastDelivered = -1;
    private int delivered;

    CountedPages(OpenPage.Source<T> source, CallInstrumentation call) {
        this.source = source;
        this.call = call;
    }

    /** Returns the source of the pages; the original one if nothing observes them. */
    OpenPage.Source<T> source() {
        return call == CallInstrumentation.NOOP ? source : this;
    }

    /** Tells the counts at the end of the items. */
    <V> Flux<V> counted(Flux<V> items) {
        return call == CallInstrumentation.NOOP
                ? items
                : items.doOnTerminate(this::tell).doOnCancel(this::tell);
    }

    /** The consumer gets this chunk, or the failure in it. */
    Chunk<T> delivered(Chunk<T> chunk) {
        if (chunk.failure() == null) {
            deliveredPage(chunk.page().index());
        }
        return chunk;
    }

    /** The consumer gets this page. */
    void delivered(Page<T> page) {
        deliveredPage(lastDelivered + 1);
    }

    private void deliveredPage(int index) {
        if (index != lastDelivered) {
            lastDelivered = index;
            delivered++;
        }
    }

    /** A cancellation may come while a page is being read, which then counts as neither. */
    private void tell() {
        call.pages(delivered, Math.max(0, read.get() - delivered));
    }

    @Override
    public Flux<Portion<T>> fetch(String target, Function<Flux<ByteBuffer>, Flux<Portion<T>>> body) {
        return Flux.defer(() -> {
            AtomicInteger items = new AtomicInteger();
            return source.fetch(target, body)
                    .doOnNext(some -> items.addAndGet(some.items().size()))
                    .doOnComplete(() -> {
                        read.incrementAndGet();
                        call.pageRead(items.get());
                    });
        });
    }

    @Override
    public PageReader<T> reader() {
        return source.reader();
    }

    @Override
    public @Nullable Object key(T item) {
        return source.key(item);
    }
}
