package io.github.flexalerts.benchmarks.run;

import static io.github.flexalerts.benchmarks.run.Figures.name;

import io.github.flexalerts.benchmarks.client.Clients;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The goals, a clause each. L2 is judged by its bound alone: how far ahead of others it can be, depends on the machine. */
final class Goals {
    private static final double KB = 1024;
    private static final double MB = 1024 * KB;
    private static final double THINK_NANOS = Scenario.THINK_MILLIS * 1e6;

    static final List<Goal> ALL = List.of(
            decode("D1", "whole page against the bare token loop, speed", 0.60, "tokens", "ours"),
            decode("D1", "whole page against `ObjectReader.readValue`, speed", 2.2, "objectReader", "ours"),
            decode("D2", "in 8 KiB chunks against the bare token loop, speed", 0.55, "tokens", "oursIn8Kib"),
            decode("D2", "in 16 KiB chunks against the bare token loop, speed", 0.55, "tokens", "oursIn16Kib"),
            allocated("D3", "allocated per rule in a listing", 1.1 * KB, Scenario.LIST),
            new Goal(
                    "D3",
                    "allocated per rule, of WebClient's",
                    0.25,
                    false,
                    "×",
                    true,
                    figures -> figures.ratios(
                            name(Scenario.LIST, "ours", "bytes"), name(Scenario.LIST, "webclient", "bytes"))),
            speed("L1", 2.0, Scenario.LIST, "webclient"),
            speed("L1", 2.0, Scenario.LIST, "azure"),
            speed("L1", 4.0, Scenario.LIST, "twilio"),
            speed("L1", 0.70, Scenario.LIST, "tokens"),
            new Goal("L2", "time, of pages × think time", 1.05, false, "×", true, Goals::ofThinkTime),
            speed("L2", Goal.NONE, Scenario.THINK, "webclient"),
            speed("L2", Goal.NONE, Scenario.THINK, "twilio"),
            new Goal(
                    "L3",
                    "time to the first rule, of WebClient's",
                    0.25,
                    false,
                    "×",
                    false,
                    figures -> figures.ratios(
                            name(Scenario.FIRST, "ours", "ns"), name(Scenario.FIRST, "webclient", "ns"))),
            speed("L4", 1.8, Scenario.SMALL_PAGES, "webclient"),
            heap("M1", "live heap above idle, 1,000,000 rules, slow consumer, `-Xmx32m`", HeapRuns.LONG),
            heap("M1", "the same for 100,000 rules", HeapRuns.SHORT),
            new Goal(
                    "M2",
                    "rules from 16 listings at once in `-Xmx24m`, of those that there are",
                    1,
                    true,
                    "×",
                    true,
                    figures -> figures.of(HeapRuns.MANY)),
            speed("F1", 1.0, Scenario.FETCH, "reader"),
            speed("F1", 1.3, Scenario.FETCH, "webclient"),
            allocated("F2", "allocated per fetch", 14 * KB, Scenario.FETCH),
            new Goal(
                    "I1",
                    "fetch with meters: speed against none attached",
                    0.95,
                    true,
                    "×",
                    false,
                    figures -> figures.ratios(
                            name(Scenario.FETCH, "ours", "ns"), name(Scenario.FETCH, "ours+meters", "ns"))),
            new Goal(
                    "I1",
                    "allocated more per fetch with meters",
                    0.5,
                    false,
                    "KB",
                    true,
                    figures -> attachedBytes(figures, "ours+meters")),
            speed("F3", 1.4, Scenario.FETCH_WIDE, "twilio"),
            new Goal(
                    "F3",
                    "threads of ours",
                    8,
                    false,
                    "",
                    false,
                    figures -> figures.of(name(Scenario.FETCH_WIDE, "ours", "threads"))),
            speed("W1", 1.3, Scenario.CREATE, "webclient"),
            allocated("W1", "allocated per create", 17 * KB, Scenario.CREATE));

    private Goals() {}

    private static Goal decode(String id, String text, double limit, String peer, String ours) {
        return new Goal(id, text, limit, true, "×", false, figures -> figures.ratios(Jmh.name(peer), Jmh.name(ours)));
    }

    private static Goal speed(String id, double limit, Scenario scenario, String peer) {
        String text = scenario.title() + ": speed against " + Clients.of(peer).title();
        Function<Figures, List<Double>> ratios =
                figures -> figures.ratios(name(scenario, peer, "ns"), name(scenario, "ours", "ns"));
        return new Goal(id, text, limit, true, "×", false, ratios);
    }

    private static Goal allocated(String id, String text, double bytes, Scenario scenario) {
        return new Goal(
                id,
                text,
                bytes / KB,
                false,
                "KB",
                true,
                figures -> scaled(figures, name(scenario, "ours", "bytes"), KB));
    }

    private static Goal heap(String id, String text, String figure) {
        return new Goal(id, text, 8, false, "MB", true, figures -> scaled(figures, figure, MB));
    }

    /** What each round allocates beyond the same round with nothing attached, in KB. */
    private static List<Double> attachedBytes(Figures figures, String variant) {
        List<Double> with = figures.of(name(Scenario.FETCH, variant, "bytes"));
        List<Double> without = figures.of(name(Scenario.FETCH, "ours", "bytes"));
        return IntStream.range(0, Math.min(with.size(), without.size()))
                .mapToObj(round -> (with.get(round) - without.get(round)) / KB)
                .toList();
    }

    private static List<Double> ofThinkTime(Figures figures) {
        return scaled(figures, name(Scenario.THINK, "ours", "ns"), THINK_NANOS / 1000);
    }

    private static List<Double> scaled(Figures figures, String name, double unit) {
        return figures.of(name).stream().map(value -> value / unit).toList();
    }
}
