package io.github.flexalerts.testkit.internal.service;

import java.util.Random;

/** Identifiers of Twilio's shapes, the same ones for the same seed. */
final class Sids {

    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Random random;

    Sids(long seed) {
        this.random = new Random(seed);
    }

    /** Two letters and 32 hexadecimal digits. */
    synchronized String next(String prefix) {
        return prefix + String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    /** 26 characters like those of the samples, whose first ones are a date. */
    synchronized String nextUlid() {
        StringBuilder ulid = new StringBuilder("01");
        random.ints(24, 0, BASE_32.length()).forEach(digit -> ulid.append(BASE_32.charAt(digit)));
        return ulid.toString();
    }
}
