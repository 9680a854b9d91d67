package io.github.flexalerts.benchmarks.run;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Interactive calls beside a bulk job: how long they take while 10,000 calls of the bulk lane wait, against how long they take
 * alone. The service answers after 20 ms, in a process of its own.
 */
public final class Lanes {
    private static final int BULK_CALLS = 10_000;
    private static final int CALLS = 300;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final FlexAlertsClient client;
    private final String sid;

    private Lanes(FlexAlertsClient client, String sid) {
        this.client = client;
        this.sid = sid;
    }

    /**
     * Serves until the standard input ends.
     *
     * @throws IOException if the standard input cannot be read
     */
    @SuppressWarnings("SystemOut") // the port is what the caller waits for
    public static void serve() throws IOException {
        FakeFlex flex = FakeFlex.builder()
                .rules(1)
                .unlimitedRules()
                .inject(Fault.parse("delay=20ms"))
                .start();
        System.out.println("fake "
                + String.join(
                        " ",
                        flex.baseUrl(),
                        flex.accountSid(),
                        flex.authToken(),
                        flex.instanceSid(),
                        flex.sids().get(0)));
        while (System.in.read() >= 0) {
            // whatever is said, it goes on
        }
        Runtime.getRuntime().halt(0);
    }

    /** Measures and prints; several rounds, since one says little. */
    public static void run(PrintStream out) {
        try (Jvm server = Jvm.start(Core.SERVER, List.of("-Xmx512m"), "fake")) {
            String[] at = server.await(line -> line.startsWith("fake ")).split(" ", -1);
            try (FlexAlertsClient client = FlexAlertsClient.builder()
                    .baseUrl(URI.create(at[1]))
                    .credentials(Credentials.authToken(at[2], at[3]))
                    .instanceSid(at[4])
                    .build()) {
                Lanes lanes = new Lanes(client, at[5]);
                lanes.interactive();
                for (int round = 1; round <= 3; round++) {
                    lanes.round(out, round);
                }
            }
        }
    }

    private void round(PrintStream out, int round) {
        long idle = p99(interactive());
        AtomicInteger failed = new AtomicInteger();
        Mono<Long> bulk = Flux.range(0, BULK_CALLS)
                .flatMap(
                        i -> client.lane(Lane.BULK).rules().fetch(sid).onErrorResume(error -> {
                            failed.incrementAndGet();
                            return Mono.empty();
                        }),
                        BULK_CALLS,
                        1)
                .count()
                .cache();
        Mono<long[]> beside = Mono.fromSupplier(this::interactive).subscribeOn(Schedulers.boundedElastic());
        var both = requireNonNull(Mono.zip(bulk, beside).block(LIMIT));
        long busy = p99(both.getT2());
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        out.printf(
                Locale.ROOT,
                "round %d: interactive p99 %.1f ms alone, %.1f ms beside %d bulk calls (%.2f x); bulk done %d, failed %d; "
                        + "heap %d MB; %s%n",
                round,
                idle / 1e6,
                busy / 1e6,
                BULK_CALLS,
                (double) busy / idle,
                both.getT1(),
                failed.get(),
                heap,
                client.snapshot());
    }

    private long[] interactive() {
        return LongStream.range(0, CALLS).map(i -> timed()).toArray();
    }

    private long timed() {
        long start = System.nanoTime();
        Rule rule = client.rules().fetch(sid).block(LIMIT);
        return rule == null ? Long.MAX_VALUE : System.nanoTime() - start;
    }

    private static long p99(long[] nanos) {
        long[] sorted = LongStream.of(nanos).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }
}
