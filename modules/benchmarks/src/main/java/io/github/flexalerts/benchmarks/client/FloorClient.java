package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.server.Listing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The floor: Reactor Netty on one thread, reading bytes and throwing them away. It knows the targets of all pages beforehand
 * and asks for the next while one arrives. Its items are pages.
 */
class FloorClient extends ReactiveBenchClient {
    private static final int PAGES_AT_ONCE = 2;

    final NettyCalls calls;

    FloorClient(String origin) {
        calls = new NettyCalls(origin, 1);
    }

    /** Reads an answer. */
    Mono<Integer> read(HttpClient.ResponseReceiver<?> call) {
        return NettyCalls.drained(call);
    }

    @Override
    Flux<Integer> rules(Listing listing, int pageSize) {
        return Flux.range(0, listing.pages(pageSize))
                .flatMapSequential(page -> read(calls.get(listing.target(pageSize, page))), PAGES_AT_ONCE, 1);
    }

    @Override
    public long list(Listing listing, int pageSize) {
        long pages = super.list(listing, pageSize);
        return pages == listing.pages(pageSize) ? listing.total() : 0;
    }

    @Override
    Mono<Integer> fetch(String sid) {
        return read(calls.fetch(sid));
    }

    @Override
    Mono<Integer> create() {
        return read(calls.create());
    }

    @Override
    public void close() {
        calls.close();
    }
}
