package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.Rows;
import io.github.flexalerts.benchmarks.decode.DecodeBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs the decode benchmarks, each round all of them in forks of their own. */
final class Jmh {
    private Jmh() {}

    /** Returns the name of a benchmark's figure, µs for a page. */
    static String name(String method) {
        return "DECODE/" + method + "/us";
    }

    static String bytes(String method) {
        return "DECODE/" + method + "/bytes";
    }

    static void round(Options options, Figures figures) throws IOException {
        Path json = Files.createTempFile("decode", ".json");
        String[] role = {
            "jmh",
            "DecodeBenchmark",
            "-foe",
            "true",
            "-prof",
            "gc",
            "-rf",
            "json",
            "-rff",
            json.toString(),
            "-wi",
            options.jmhIterations(),
            "-i",
            options.jmhIterations(),
            "-jvmArgs",
            String.join(" ", Run.CLIENT_JVM)
        };
        try (Jvm jvm = Jvm.start(Core.CLIENT, List.of(), role)) {
            jvm.await(line -> line.startsWith("Benchmark result is saved"));
            if (jvm.join() != 0) {
                throw new IllegalStateException("JMH failed");
            }
        }
        for (JsonNode result : Rows.MAPPER.readTree(Files.readString(json))) {
            add(result, figures);
        }
        Files.delete(json);
    }

    private static void add(JsonNode result, Figures figures) {
        String benchmark = result.path("benchmark").asString();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        figures.add(name(method), result.path("primaryMetric").path("score").asDouble());
        double perPage = result.path("secondaryMetrics")
                .path("gc.alloc.rate.norm")
                .path("score")
                .asDouble();
        figures.add(bytes(method), perPage / DecodeBenchmark.RULES);
    }
}
