package io.github.flexalerts.testkit;

import java.util.Random;

/** Identifiers of Twilio's shape, two letters and 32 hexadecimal digits, the same ones for the same seed. */
final class Sids {

    private final Random random;

    Sids(long seed) {
        this.random = new Random(seed);
    }

    synchronized String next(String prefix) {
        return prefix + String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}
