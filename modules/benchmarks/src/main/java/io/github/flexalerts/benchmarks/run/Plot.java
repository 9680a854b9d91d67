package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.Clients;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The plot in SVG: for each scenario how fast each client is, with flex-alerts as 1. */
final class Plot {
    private static final int WIDTH = 860;
    private static final int LABELS = 250;
    private static final int BARS = WIDTH - LABELS - 130;
    private static final int ROW = 20;
    private static final int TITLE = 34;

    private final Figures figures;
    private final StringBuilder svg = new StringBuilder();
    private int y;

    private Plot(Figures figures) {
        this.figures = figures;
    }

    static String of(Figures figures) {
        Plot plot = new Plot(figures);
        Stream.of(Scenario.values()).forEach(plot::panel);
        int height = plot.y + ROW;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>Throughput of each client, flex-alerts as 1</title>
                <rect width="%d" height="%d" fill="#ffffff"/>
                %s</svg>
                """.formatted(WIDTH, height, WIDTH, height, plot.svg);
    }

    private void panel(Scenario scenario) {
        List<Clients> measured = Stream.of(Clients.values())
                .filter(client -> !speeds(scenario, client).isEmpty())
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        y += TITLE;
        text(10, "#1a1a1a", "bold", scenario.title());
        double most = measured.stream()
                .mapToDouble(client -> Spread.of(speeds(scenario, client)).max())
                .max()
                .orElse(1);
        measured.forEach(client -> bar(client, Spread.of(speeds(scenario, client)), BARS / most));
    }

    private List<Double> speeds(Scenario scenario, Clients client) {
        return figures.ratios(Figures.name(scenario, "ours", "ns"), Figures.name(scenario, client.id(), "ns"));
    }

    /** A bar as long as the median, and a line from the least to the most. */
    private void bar(Clients client, Spread speed, double scale) {
        y += ROW;
        text(20, "#333333", "normal", client.title());
        String color = client == Clients.OURS ? "#d7263d" : "#8d99ae";
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>",
                LABELS, y - 10, speed.median() * scale, color);
        add(
                "<path d=\"M%.1f %dH%.1f\" stroke=\"#1a1a1a\"/>",
                LABELS + speed.min() * scale, y - 4, LABELS + speed.max() * scale);
        text((int) (LABELS + speed.max() * scale) + 8, "#333333", "normal", Report.number(speed.median()));
    }

    private void text(int x, String color, String weight, String text) {
        add("<text x=\"%d\" y=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>", x, y, color, weight, text);
    }

    private void add(String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    }
}
