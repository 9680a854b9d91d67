package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.OurClient;
import io.github.flexalerts.benchmarks.server.Listing;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The JVM with a small heap: what stays alive while our client lists. */
public final class HeapWorker {
    private static final int PAGE_SIZE = 1000;
    private static final int RULES_OF_EACH = 20_000;
    private static final int LOOKS = 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int PREFETCH = 32;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final OurClient client;

    private HeapWorker(OurClient client) {
        this.client = client;
    }

    /**
     * Works and prints the figure.
     *
     * @param kind {@code slow} or {@code many}
     * @param origin where the server is
     * @param count rules of the slow listing, or how many listings at once
     */
    @SuppressWarnings("SystemOut") // the figure is what the caller waits for
    public static void work(String kind, String origin, int count) {
        HeapWorker worker = new HeapWorker(new OurClient(origin));
        System.out.println("heap " + (kind.equals("slow") ? worker.slow(count) : worker.many(count)));
        Runtime.getRuntime().halt(0);
    }

    /** Returns the most live bytes above those of a client that has worked and waits. */
    private double slow(int rules) {
        client.list(new Listing(PAGE_SIZE, 0), PAGE_SIZE);
        long idle = live();
        AtomicLong most = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        client.rules(new Listing(rules, 0), PAGE_SIZE)
                .publishOn(Schedulers.boundedElastic(), PREFETCH)
                .doOnNext(rule -> consume(seen.incrementAndGet(), rules, most))
                .blockLast();
        return seen.get() == rules ? most.get() - idle : Double.POSITIVE_INFINITY;
    }

    /** Slower than the wire: a pause for each 500 rules. */
    private void consume(long seen, int rules, AtomicLong most) {
        if (seen % 500 == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (seen % (rules / LOOKS) == rules / LOOKS / 2) {
            most.accumulateAndGet(live(), Math::max);
        }
    }

    /** Returns the share of the rules that came. */
    private double many(int listings) {
        Long count = Flux.range(0, listings)
                .flatMap(i -> client.rules(new Listing(RULES_OF_EACH, 0), PAGE_SIZE), listings, PREFETCH)
                .count()
                .block();
        return count == null ? 0 : (double) count / ((long) listings * RULES_OF_EACH);
    }

    private long live() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
