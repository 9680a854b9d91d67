package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.server.Listing;
import io.github.flexalerts.bulk.BulkWrites;
import io.github.flexalerts.bulk.Journal;
import io.github.flexalerts.bulk.JournalFile;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanApply;
import io.github.flexalerts.bulk.PlanKey;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.bulk.WriteInput;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.transport.NettyTransport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * 10,000 creates on the bulk lane: with {@code rules().create}, with {@code BulkWrites}, and as a plan with and without a journal, one after the
 * other in each round, at the concurrency that was best for {@code rules().create}.
 */
public final class BulkRuns {
    private static final int CREATES = 10_000;
    private static final int ROUNDS = 9;
    private static final List<Integer> CONCURRENCY = List.of(16, 32, 64, 128, 256);
    private static final List<Integer> THINK_MILLIS = List.of(0, 10);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final FlexAlertsClient client;
    private final List<RuleSpec> specs;
    private final Plan plan;

    private BulkRuns(FlexAlertsClient client) {
        this.client = client;
        this.specs = IntStream.range(0, CREATES).mapToObj(BulkRuns::spec).toList();
        List<RuleChange> changes = specs.stream()
                .map(spec -> new RuleChange(RuleChange.Action.CREATE, null, spec, null, null, List.of(), "benchmark"))
                .toList();
        this.plan = new Plan(
                client.instanceSid(),
                null,
                Set.of(PlanKey.NAME),
                List.of(),
                changes,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Measures and prints ratios.
     *
     * @param out where to
     */
    public static void run(PrintStream out) {
        for (int thinkMillis : THINK_MILLIS) {
            out.println("the service answers after " + thinkMillis + " ms");
            run(out, thinkMillis);
        }
    }

    private static void run(PrintStream out, int thinkMillis) {
        try (ServerJvm server = new ServerJvm();
                NettyTransport transport =
                        NettyTransport.builder().maxConnections(256).build();
                FlexAlertsClient client = FlexAlertsClient.builder()
                        .baseUrl(URI.create(server.origin()))
                        .credentials(Credentials.apiKey("SK1", "secret"))
                        .instanceSid(new Listing(0, thinkMillis).instanceSid())
                        .transport(transport)
                        .maxConcurrency(256)
                        .build()) {
            new BulkRuns(client).measure(out);
        }
    }

    private void measure(PrintStream out) {
        int best = best(out);
        double[] writes = new double[ROUNDS];
        double[] journal = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double base = plain(best);
            double bulk = bulk(best);
            double without = apply(best, null);
            double with = journaled(best);
            if (round >= 0) {
                writes[round] = bulk / base;
                journal[round] = with / without;
                out.printf(
                        Locale.ROOT,
                        "round %d: rules().create %.0f ms, BulkWrites %.2f x, plan %.2f x, journal %.2f x of the plan%n",
                        round + 1,
                        base / 1e6,
                        bulk / base,
                        without / base,
                        with / without);
            }
        }
        print(out, "BulkWrites, time of rules().create", writes, 1.1);
        print(out, "plan with a journal, time of the plan without", journal, 1.1);
    }

    private int best(PrintStream out) {
        CONCURRENCY.forEach(this::plain); // warm-up
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int concurrency : CONCURRENCY) {
            double time = Math.min(plain(concurrency), plain(concurrency));
            if (time < least) {
                least = time;
                best = concurrency;
            }
        }
        out.println("best concurrency of rules().create: " + best);
        return best;
    }

    private static void print(PrintStream out, String what, double[] ratios, double goal) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        out.printf(
                Locale.ROOT,
                "%s %s: %.2f x (%.2f-%.2f), goal <= %.2f x%n",
                median <= goal ? "holds" : "FAILS",
                what,
                median,
                sorted[0],
                sorted[sorted.length - 1],
                goal);
    }

    private double plain(int concurrency) {
        return timed(Flux.fromIterable(specs)
                .flatMap(spec -> client.lane(Lane.BULK).rules().create(spec), concurrency, 1));
    }

    private double bulk(int concurrency) {
        return timed(BulkWrites.of(client)
                .concurrency(concurrency)
                .createAll(Flux.fromIterable(specs).map(spec -> WriteInput.create(spec, spec))));
    }

    private double apply(int concurrency, @Nullable JournalFile journal) {
        return timed(
                PlanApply.of(client).concurrency(concurrency).apply(plan, journal == null ? Journal.NOOP : journal));
    }

    private double journaled(int concurrency) {
        try {
            Path file = Files.createTempFile("flex-alerts-", ".journal");
            JournalFile journal = JournalFile.start(file, plan);
            double time = apply(concurrency, journal);
            journal.remove(file);
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double timed(Flux<?> work) {
        long start = System.nanoTime();
        Long count = work.count().block(LIMIT);
        if (count == null || count != CREATES) {
            throw new IllegalStateException("created " + count + " rules of " + CREATES);
        }
        return System.nanoTime() - start;
    }

    private static RuleSpec spec(int i) {
        return RuleSpec.builder()
                .friendlyName("rule-" + i)
                .metricId(MetricId.WAITING_NOW)
                .taskChannelSid("TC00000000000000000000000000000001")
                .taskQueueSids("WQ00000000000000000000000000000001")
                .active(true)
                .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                .notifyEnabled(true)
                .build();
    }
}
