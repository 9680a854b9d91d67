package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.reactive.codec.PageReader;
import io.github.flexalerts.reactive.internal.call.Portion;
import io.github.flexalerts.reactive.internal.paging.OpenPage;
import io.github.flexalerts.reactive.transport.Operation;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The pages of a resource's listing.
 *
 * @param resource what is listed
 * @param operation the operation that lists it
 * @param envelope the name of the member that holds the items
 * @param <T> the type of the items
 */
record ItemPages<T>(Resource<T> resource, Operation operation, String envelope) implements OpenPage.Source<T> {

    @Override
    public Flux<Portion<T>> fetch(String target, Function<Flux<ByteBuffer>, Flux<Portion<T>>> body) {
        return resource.stream(operation, target, body);
    }

    @Override
    public PageReader<T> reader() {
        return resource.pageReader(envelope);
    }

    @Override
    public @Nullable Object key(T item) {
        return resource.id(item);
    }
}
