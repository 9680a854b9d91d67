package io.github.flexalerts.reactive.internal.option;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Checks the durations that options set: a day is longer than any call, and short enough to be reckoned with. */
public final class Durations {
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

    private Durations() {}

    public static Duration timeout(String name, Duration value) {
        return checked(name, value, SHORTEST_TIMEOUT);
    }

    public static Duration checked(String name, Duration value, Duration least) {
        if (requireNonNull(value, name).compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be between " + least.toMillis() + " ms and 24 h, was " + value);
        }
        return value;
    }
}
