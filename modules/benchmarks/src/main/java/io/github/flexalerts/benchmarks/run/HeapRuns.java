package io.github.flexalerts.benchmarks.run;

import java.util.List;

/** Our client in small heaps, each run in a JVM of its own that dies if the heap is not enough. */
final class HeapRuns {
    static final String LONG = "HEAP/1,000,000 rules/bytes";
    static final String SHORT = "HEAP/100,000 rules/bytes";
    static final String MANY = "HEAP/16 listings/share";

    private HeapRuns() {}

    static void round(String origin, Figures figures) {
        add(figures, LONG, run("-Xmx32m", "slow", origin, "1000000"));
        add(figures, SHORT, run("-Xmx32m", "slow", origin, "100000"));
        add(figures, MANY, run("-Xmx24m", "many", origin, "16"));
    }

    /** A run that fails counts as a figure that no limit lets pass. */
    private static void add(Figures figures, String name, double value) {
        figures.add(name, value);
    }

    private static double run(String heap, String... role) {
        List<String> options = List.of("-XX:+UseSerialGC", heap, "-XX:+ExitOnOutOfMemoryError");
        try (Jvm jvm = Jvm.start(Core.CLIENT, options, "heap", role[0], role[1], role[2])) {
            return Double.parseDouble(
                    jvm.await(line -> line.startsWith("heap ")).substring(5));
        } catch (IllegalStateException died) {
            return role[0].equals("slow") ? Double.POSITIVE_INFINITY : 0;
        }
    }
}
