package io.github.flexalerts.metrics.internal;

import io.github.flexalerts.metrics.FlexAlertsMetrics;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many combinations of a name and its tags there are. There may be many operations, and each may end in many
 * ways, but hardly any ends in all of them: so whatever occurs gets its own until the bound is reached, and the rest shares
 * one for each name, with {@code other} for every tag.
 */
public final class SeriesBound {
    /** The most that there are of one {@link FlexAlertsMetrics} with one client. */
    public static final int MOST = 400;

    /** What is registered whatever happens, and the shared ones; a test counts them. */
    static final int RESERVED = 40;

    private final AtomicInteger left = new AtomicInteger(MOST - RESERVED);

    /** Takes one more, unless the bound is reached. */
    public boolean take() {
        return left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }
}
