package io.github.flexalerts.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that was measured: under each name a number for each round. */
final class Figures {
    private final Map<String, List<Double>> byName = new TreeMap<>();

    void add(String name, double value) {
        byName.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    void add(Scenario scenario, String client, Sample sample) {
        add(name(scenario, client, "ns"), sample.nanosPerItem());
        add(name(scenario, client, "cpu"), sample.cpuPerItem());
        add(name(scenario, client, "bytes"), sample.allocatedPerItem());
        add(name(scenario, client, "threads"), (double) sample.threads());
    }

    static String name(Scenario scenario, String client, String what) {
        return scenario + "/" + client + "/" + what;
    }

    /** Returns the numbers of a name, none if it was not measured. */
    List<Double> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Returns, round by round, one number divided by the other. */
    List<Double> ratios(String above, String below) {
        List<Double> numerators = of(above);
        List<Double> denominators = of(below);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(numerators.size(), denominators.size()); i++) {
            ratios.add(numerators.get(i) / denominators.get(i));
        }
        return ratios;
    }

    void save(Path file) throws IOException {
        List<String> lines = byName.entrySet().stream()
                .map(entry -> entry.getKey() + ";"
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(";")))
                .toList();
        Files.write(file, lines);
    }

    static Figures load(Path file) throws IOException {
        Figures figures = new Figures();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(";", -1);
            Arrays.stream(fields).skip(1).forEach(value -> figures.add(fields[0], Double.parseDouble(value)));
        }
        return figures;
    }
}
