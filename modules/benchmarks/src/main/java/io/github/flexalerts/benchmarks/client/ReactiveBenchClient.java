package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.server.Listing;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What all clients on Reactor do alike. */
abstract class ReactiveBenchClient implements BenchClient {
    static final Listing ANY = new Listing(1000, 0);

    /** Returns the rules, or whatever this client makes of them. */
    abstract Flux<?> rules(Listing listing, int pageSize);

    abstract Mono<?> fetch(String sid);

    abstract Mono<?> create();

    @Override
    public long list(Listing listing, int pageSize) {
        Long count = rules(listing, pageSize).count().block();
        return count == null ? 0 : count;
    }

    @Override
    public long firstRule(Listing listing, int pageSize) {
        long start = System.nanoTime();
        Stopwatch first = new Stopwatch();
        rules(listing, pageSize).doOnNext(rule -> first.stop()).then().block();
        return first.stopped() - start;
    }

    @Override
    public void fetch(int count, int atOnce) {
        each(count, atOnce, i -> fetch(Wire.sid(i)));
    }

    @Override
    public void create(int count, int atOnce) {
        each(count, atOnce, i -> create());
    }

    private static void each(int count, int atOnce, IntFunction<Mono<?>> call) {
        Flux.range(0, count).flatMap(call::apply, atOnce, 1).then().block();
    }

    /** Remembers when it was first stopped; of one thread. */
    private static final class Stopwatch {
        private long at;

        void stop() {
            if (at == 0) {
                at = System.nanoTime();
            }
        }

        long stopped() {
            return at;
        }
    }
}
