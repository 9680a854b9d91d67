package io.github.flexalerts.benchmarks.run;

import java.util.List;
import java.util.function.Function;

/**
 * What must hold, or a figure that is only shown.
 *
 * @param id as in {@code L1}
 * @param text the figure in words
 * @param limit what it is held to; {@link #NONE} if the figure depends on the machine and is only shown
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
    static final double NONE = Double.NaN;

    boolean isHeld() {
        return !Double.isNaN(limit);
    }

    boolean isMeasured(Figures figures) {
        return !figure.apply(figures).isEmpty();
    }

    Spread spread(Figures figures) {
        return Spread.of(figure.apply(figures));
    }

    /** Whether the median holds. */
    boolean holds(Figures figures) {
        return holds(spread(figures).median());
    }

    /** Whether it holds in some rounds and not in others. */
    boolean isCrossed(Figures figures) {
        Spread spread = spread(figures);
        return holds(spread.min()) != holds(spread.max());
    }

    private boolean holds(double value) {
        return atLeast ? value >= limit : value <= limit;
    }
}
