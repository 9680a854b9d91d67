package io.github.flexalerts.benchmarks;

import io.github.flexalerts.benchmarks.run.BulkRuns;
import io.github.flexalerts.benchmarks.run.FleetRun;
import io.github.flexalerts.benchmarks.run.FleetServer;
import io.github.flexalerts.benchmarks.run.HeapWorker;
import io.github.flexalerts.benchmarks.run.Lanes;
import io.github.flexalerts.benchmarks.run.Run;
import io.github.flexalerts.benchmarks.run.Worker;
import io.github.flexalerts.benchmarks.server.PageServer;
import java.io.IOException;
import java.util.List;

/** The way in: what to run, and the roles that a run gives to the JVMs that it starts. */
public final class Benchmarks {
    private static final String USAGE = """
            usage: java -jar benchmarks.jar COMMAND
              run [--rounds=7] [--warmup=15] [--round=2000] [--scenarios=LIST,…] [--clients=ours,…]
                  [--decode=5] [--heap=3] [--docs=docs]   all goals; writes benchmarks.md, .svg and .csv
              report [--docs=docs]                        writes the report again from benchmarks.csv
              quick                                       the steady goals; exit code 1 if one fails
              lanes                                       interactive calls beside a bulk job
              bulk                                        10,000 creates in bulk, and what the journal costs
              fleet [targets] [rules]                     a rollout with faults and dead targets, in 128 MB
              jmh …                                       JMH with its own options
            """;

    private Benchmarks() {}

    /**
     * Runs a command.
     *
     * @param arguments the command and its options
     * @throws IOException if a file or a process cannot be read or written
     */
    @SuppressWarnings("SystemOut") // a command line's way to speak
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        List<String> rest = all.isEmpty() ? all : all.subList(1, all.size());
        switch (all.isEmpty() ? "help" : all.get(0)) {
            case "run" -> Run.all(rest, System.out);
            case "report" -> Run.report(rest);
            case "quick" -> System.exit(Run.quick(System.out) ? 0 : 1);
            case "jmh" -> org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
            case "lanes" -> Lanes.run(System.out);
            case "bulk" -> BulkRuns.run(System.out);
            case "fleet" -> FleetRun.run(System.out, rest);
            case "fleet-server" -> FleetServer.serve(rest);
            case "fleet-client" -> FleetRun.client(System.out, rest);
            case "fake" -> Lanes.serve();
            case "server" -> PageServer.serve();
            case "worker" -> Worker.work(rest.get(0), rest.get(1));
            case "heap" -> HeapWorker.work(rest.get(0), rest.get(1), Integer.parseInt(rest.get(2)));
            default -> System.out.print(USAGE);
        }
    }
}
