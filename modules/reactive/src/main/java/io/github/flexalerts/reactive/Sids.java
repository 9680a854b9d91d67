package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

/** What may stand in a path as a SID. Their prefixes are samples, not rules, so only what would break a path is refused. */
final class Sids {
    private static final int LONGEST = 64;

    private Sids() {}

    static String rule(String sid) {
        return checked(requireNonNull(sid, "sid"), "", "sid must be letters and digits, as in QY and 32 hex digits");
    }

    static String instance(String sid) {
        return checked(
                requireNonNull(sid, "instanceSid"),
                "GO",
                "instanceSid must be GO followed by letters and digits, as in GO and 32 hex digits");
    }

    private static String checked(String sid, String prefix, String rule) {
        int length = sid.length();
        if (length <= prefix.length() || length > LONGEST || !sid.startsWith(prefix) || !isAlphanumeric(sid)) {
            throw new IllegalArgumentException(rule);
        }
        return sid;
    }

    private static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
