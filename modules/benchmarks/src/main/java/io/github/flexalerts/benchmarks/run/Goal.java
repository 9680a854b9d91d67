package io.github.flexalerts.benchmarks.run;

import java.util.List;
import java.util.function.Function;

/**
 * What must hold.
 *
 * @param id as in {@code L1}
 * @param text the figure in words
 * @param limit what it is held to
 * @param atLeast whether the limit is the least; the most otherwise
 * @param unit {@code ×} for a ratio
 * @param steady whether it is the same on any machine, and so fit for CI
 * @param figure finds the figure, a number for each round
 */
record Goal(
        String id,
        String text,
        double limit,
        boolean atLeast,
        String unit,
        boolean steady,
        Function<Figures, List<Double>> figure) {

    boolean isMeasured(Figures figures) {
        return !figure.apply(figures).isEmpty();
    }

    Spread spread(Figures figures) {
        return Spread.of(figure.apply(figures));
    }

    boolean holds(Figures figures) {
        double median = spread(figures).median();
        return atLeast ? median >= limit : median <= limit;
    }
}
