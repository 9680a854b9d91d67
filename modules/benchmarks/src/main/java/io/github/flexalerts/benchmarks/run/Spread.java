package io.github.flexalerts.benchmarks.run;

import java.util.List;

/**
 * The rounds of a figure in short.
 *
 * @param median of all rounds
 * @param min the least
 * @param max the most
 */
record Spread(double median, double min, double max) {

    /** Sums up at least one number. */
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
