package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.Clients;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report in Markdown. */
final class Report {
    private static final String INTRO = """
            # Benchmarks

            Written by `java -jar modules/benchmarks/target/benchmarks.jar run`; not by hand. The server is a process of its \
            own with answers encoded beforehand, on the loopback, without TLS and without compression. Each client has a JVM \
            of its own; in each round they run one after the other, so a ratio is taken within a round, and what is shown is \
            the median of the rounds with the least and the most. Only the ratios mean something on another machine.

            Clients run with their defaults, except: ours may have 256 calls at once; the twilio SDK 256 connections \
            instead of 20; the JDK's client gets three workers in the common pool; azure-core has no policies; the two \
            floors have one I/O thread and know the targets of all pages beforehand. They warm up with what is then \
            measured; before pages with think time two thirds of the warm-up go into the same pages without, since a few \
            hundred pages are too few for a JVM to compile what reads them.

            ![Throughput of each client](benchmarks.svg)

            ## Goals

            A goal holds if the median does; a figure without a goal depends on the machine and is only shown. Where the spread crosses the goal it did so in some rounds only, and one run \
            more may show the other.

            | # | figure | goal | measured | spread | holds |
            |---|---|---|---|---|---|
            """;

    private Report() {}

    static String of(Figures figures) {
        String goals = Goals.ALL.stream().map(goal -> row(goal, figures)).collect(Collectors.joining());
        String scenarios = Stream.of(Scenario.values())
                .map(scenario -> table(scenario, figures))
                .collect(Collectors.joining());
        return INTRO + goals + "\n## All clients\n" + scenarios + decode(figures) + Machine.describe(today());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** A goal on one line of text. */
    static String line(Goal goal, Figures figures) {
        return (goal.holds(figures) ? "holds  " : "FAILS  ") + goal.id() + " " + goal.text() + ": "
                + number(goal.spread(figures).median()) + " " + goal.unit() + ", goal " + limit(goal);
    }

    private static String row(Goal goal, Figures figures) {
        String what = "| " + goal.id() + " | " + goal.text() + " | " + limit(goal) + " | ";
        if (!goal.isMeasured(figures)) {
            return what + "not measured | | |\n";
        }
        Spread spread = goal.spread(figures);
        return what + number(spread.median()) + " " + goal.unit() + " | " + number(spread.min()) + "–"
                + number(spread.max()) + " | " + verdict(goal, figures) + " |\n";
    }

    private static String verdict(Goal goal, Figures figures) {
        if (!goal.isHeld()) {
            return "–";
        }
        String median = goal.holds(figures) ? "yes" : "**no**";
        return goal.isCrossed(figures) ? median + ", spread crosses" : median;
    }

    private static String limit(Goal goal) {
        if (!goal.isHeld()) {
            return "–";
        }
        return (goal.atLeast() ? "≥ " : "≤ ") + number(goal.limit()) + " " + goal.unit();
    }

    private static String table(Scenario scenario, Figures figures) {
        String rows = Stream.of(Clients.values())
                .map(client -> row(scenario, client, figures))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\n### " + scenario.title() + "\n\n| client | µs per " + scenario.unit()
                        + " | spread | CPU µs | allocated KB | threads |\n|---|---|---|---|---|---|\n" + rows;
    }

    private static String row(Scenario scenario, Clients client, Figures figures) {
        if (figures.of(Figures.name(scenario, client.id(), "ns")).isEmpty()) {
            return "";
        }
        Spread time = spread(figures, scenario, client, "ns");
        return "| " + client.title() + " | " + number(time.median() / 1e3) + " | " + number(time.min() / 1e3) + "–"
                + number(time.max() / 1e3) + " | "
                + number(spread(figures, scenario, client, "cpu").median() / 1e3) + " | "
                + number(spread(figures, scenario, client, "bytes").median() / 1024) + " | "
                + number(spread(figures, scenario, client, "threads").median()) + " |\n";
    }

    private static Spread spread(Figures figures, Scenario scenario, Clients client, String what) {
        return Spread.of(figures.of(Figures.name(scenario, client.id(), what)));
    }

    private static String decode(Figures figures) {
        String rows = Stream.of("tokens", "ours", "oursIn16Kib", "oursIn8Kib", "objectReader")
                .filter(method -> !figures.of(Jmh.name(method)).isEmpty())
                .map(method -> decode(method, figures))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\n### Decoding a page of 1000 rules, no network\n\n"
                        + "| what | µs per page | spread | allocated bytes per rule |\n|---|---|---|---|\n" + rows;
    }

    private static String decode(String method, Figures figures) {
        Spread time = Spread.of(figures.of(Jmh.name(method)));
        double bytes = Spread.of(figures.of(Jmh.bytes(method))).median();
        return "| " + method + " | " + number(time.median()) + " | " + number(time.min()) + "–" + number(time.max())
                + " | " + number(bytes) + " |\n";
    }

    /** Three digits that count. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "out of memory";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
