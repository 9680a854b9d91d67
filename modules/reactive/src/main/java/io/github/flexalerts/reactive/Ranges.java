package io.github.flexalerts.reactive;

/** Checks the range of an option. */
final class Ranges {
    private Ranges() {}

    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", was " + value);
        }
        return value;
    }
}
