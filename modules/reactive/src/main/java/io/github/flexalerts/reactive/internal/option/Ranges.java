package io.github.flexalerts.reactive.internal.option;

/** Checks the range of an option. */
public final class Ranges {
    private Ranges() {}

    public static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", was " + value);
        }
        return value;
    }
}
