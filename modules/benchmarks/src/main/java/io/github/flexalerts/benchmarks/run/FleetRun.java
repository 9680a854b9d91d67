package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Mapping;
import io.github.flexalerts.bulk.Rollout;
import io.github.flexalerts.bulk.RolloutResult;
import io.github.flexalerts.bulk.RolloutTarget;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.Account;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.transport.NettyTransport;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A rollout over many targets with faults, of which 3 % are dead, by a process with a heap of 128 MB. */
public final class FleetRun {
    private static final int DEAD_EVERY = 33;
    private static final int TARGETS_AT_ONCE = 16;
    private static final int CALLS_AT_ONCE = 32;

    private FleetRun() {}

    /**
     * Runs the rollout and prints its results and the state of the service.
     *
     * @param out where to
     * @param arguments the number of targets and of rules; 2000 and 50 by default
     */
    public static void run(PrintStream out, List<String> arguments) {
        String targets = arguments.isEmpty() ? "2000" : arguments.get(0);
        String rules = arguments.size() < 2 ? "50" : arguments.get(1);
        try (Jvm server = Jvm.start(Core.SERVER, List.of("-Xmx3g"), "fleet-server", targets, rules)) {
            String[] at = server.await(line -> line.startsWith("fleet ")).split(" ", -1);
            List<String> heap = List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError");
            try (Jvm client = Jvm.start(Core.CLIENT, heap, "fleet-client", at[1], at[2], at[3], targets, rules)) {
                out.println(client.await(line -> line.startsWith("rollout ")));
            }
            server.tell("check");
            out.println(server.await(line -> line.startsWith("state ")));
        }
    }

    /**
     * Runs the rollout in this process.
     *
     * @param out where the results go
     * @param arguments origin, account, token, number of targets and of rules
     * @throws IOException if the folder of the journals cannot be made
     */
    public static void client(PrintStream out, List<String> arguments) throws IOException {
        int targets = Integer.parseInt(arguments.get(3));
        int rules = Integer.parseInt(arguments.get(4));
        Path journals = Files.createTempDirectory("flex-alerts-fleet-");
        Account account = Account.builder(Credentials.authToken(arguments.get(1), arguments.get(2)))
                .maxConcurrency(CALLS_AT_ONCE)
                .build();
        try (NettyTransport transport = NettyTransport.create()) {
            List<RolloutTarget> fleet = new ArrayList<>();
            for (int i = 0; i < targets; i++) {
                String origin = i % DEAD_EVERY == DEAD_EVERY - 1 ? "http://127.0.0.1:1" : arguments.get(0);
                String instance = FleetServer.instance(i);
                fleet.add(new RolloutTarget(
                        "target-" + i,
                        1,
                        () -> client(account, transport, origin, instance),
                        Mapping.NONE,
                        null,
                        journals.resolve("target-" + i + ".journal")));
            }
            long start = System.nanoTime();
            Map<RolloutResult.Status, Integer> totals = new EnumMap<>(RolloutResult.Status.class);
            List<RuleSpec> specs =
                    IntStream.range(0, rules).mapToObj(FleetRun::spec).toList();
            Rollout.of(DesiredState.ofRules(specs))
                    .concurrency(TARGETS_AT_ONCE)
                    .run(fleet)
                    .doOnNext(result -> totals.merge(result.status(), 1, Integer::sum))
                    .blockLast(Duration.ofMinutes(30));
            double seconds = (System.nanoTime() - start) / 1e9;
            int written = totals.getOrDefault(RolloutResult.Status.WRITTEN, 0);
            out.printf(
                    Locale.ROOT,
                    "rollout of %d rules to %d targets: %s in %.0f s, %.0f rules/s, at most %d calls at once%n",
                    rules,
                    targets,
                    totals,
                    seconds,
                    written * rules / seconds,
                    CALLS_AT_ONCE);
        }
    }

    private static FlexAlertsClient client(Account account, NettyTransport transport, String origin, String instance) {
        return FlexAlertsClient.builder()
                .account(account)
                .transport(transport)
                .baseUrl(URI.create(origin))
                .instanceSid(instance)
                .build();
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
