package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.Clients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The side-by-side run: one JVM for each client, and in each round one after the other. */
public final class Run {
    /** What every client's JVM gets: a collector without threads of its own, and a heap that never grows. */
    static final List<String> CLIENT_JVM = List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

    private static final Path SAVED = Path.of("benchmarks.csv");
    private static final Options QUICK = new Options(
            3,
            Duration.ofSeconds(15),
            Duration.ofMillis(1500),
            List.of(Scenario.LIST, Scenario.THINK, Scenario.FETCH, Scenario.CREATE),
            List.of(Clients.OURS, Clients.METERS),
            0,
            1,
            Path.of("."));

    private final Options options;
    private final PrintStream progress;
    private final Figures figures = new Figures();

    private Run(Options options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs everything and writes the report.
     *
     * @param arguments the options
     * @param progress where to say what is going on
     * @throws IOException if the report cannot be written
     */
    public static void all(List<String> arguments, PrintStream progress) throws IOException {
        Run run = new Run(Options.of(arguments), progress);
        run.measure();
        Files.createDirectories(run.options.docs());
        run.figures.save(run.options.docs().resolve(SAVED));
        write(run.options, run.figures);
    }

    /**
     * Writes the report once more, from figures saved before.
     *
     * @param arguments the options
     * @throws IOException if the figures cannot be read or the report cannot be written
     */
    public static void report(List<String> arguments) throws IOException {
        Options options = Options.of(arguments);
        write(options, Figures.load(options.docs().resolve(SAVED)));
    }

    /**
     * Measures the steady figures of our client and of what they are compared with.
     *
     * @param progress where to say what is going on, and what holds
     * @return whether all hold
     * @throws IOException if JMH's results cannot be read
     */
    public static boolean quick(PrintStream progress) throws IOException {
        Run run = new Run(QUICK, progress);
        run.measure();
        List<Goal> steady = Goals.ALL.stream()
                .filter(Goal::steady)
                .filter(goal -> goal.isMeasured(run.figures))
                .toList();
        steady.forEach(goal -> progress.println(Report.line(goal, run.figures)));
        return steady.stream().allMatch(goal -> goal.holds(run.figures));
    }

    private static void write(Options options, Figures figures) throws IOException {
        Files.writeString(options.docs().resolve("benchmarks.md"), Report.of(figures));
        Files.writeString(options.docs().resolve("benchmarks.svg"), Plot.of(figures));
    }

    private void measure() throws IOException {
        try (ServerJvm server = new ServerJvm()) {
            for (Scenario scenario : options.scenarios()) {
                progress.println(scenario.title());
                sideBySide(scenario, server.origin());
            }
            for (int i = 0; i < options.heap(); i++) {
                progress.println("small heaps");
                HeapRuns.round(server.origin(), figures);
            }
        }
        for (int i = 0; i < options.decode(); i++) {
            progress.println("decode");
            Jmh.round(options, figures);
        }
    }

    private void sideBySide(Scenario scenario, String origin) {
        Map<Clients, Jvm> jvms = new LinkedHashMap<>();
        try {
            options.clients().stream()
                    .filter(client -> !client.isVariant() || scenario == Scenario.FETCH)
                    .forEach(client -> jvms.put(client, start(client, origin)));
            jvms.forEach((client, jvm) -> warmUp(jvm, scenario));
            for (int i = 0; i < options.rounds(); i++) {
                jvms.forEach((client, jvm) ->
                        figures.add(scenario, client.id(), measure(jvm, scenario, options.roundTime())));
            }
        } finally {
            jvms.values().forEach(Jvm::close);
        }
    }

    /** Two thirds of the time go into what the JVM's compiler needs to see often, the rest into what is then measured. */
    private void warmUp(Jvm jvm, Scenario scenario) {
        Duration third = options.warmup().dividedBy(3);
        measure(jvm, scenario.warmUp(), third.multipliedBy(2));
        measure(jvm, scenario, third);
    }

    private static Jvm start(Clients client, String origin) {
        List<String> jvmOptions = new ArrayList<>(CLIENT_JVM);
        jvmOptions.addAll(client.jvmOptions());
        return Jvm.start(Core.CLIENT, jvmOptions, "worker", client.id(), origin);
    }

    private static Sample measure(Jvm jvm, Scenario scenario, Duration time) {
        jvm.tell(scenario + " " + time.toMillis());
        return Sample.parse(jvm.await(Sample::isOne));
    }
}
