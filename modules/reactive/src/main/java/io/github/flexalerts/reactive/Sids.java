package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** What may stand in a path as a SID. Their prefixes are samples, not rules, so only what would break a path is refused. */
final class Sids {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern INSTANCE = Pattern.compile("GO[A-Za-z0-9]{1,62}");

    private Sids() {}

    static String rule(String sid) {
        return checked(requireNonNull(sid, "sid"), SAFE, "sid must be letters and digits, as in QY and 32 hex digits");
    }

    static String instance(String sid) {
        return checked(
                requireNonNull(sid, "instanceSid"),
                INSTANCE,
                "instanceSid must be GO followed by letters and digits, as in GO and 32 hex digits");
    }

    private static String checked(String sid, Pattern shape, String rule) {
        if (!shape.matcher(sid).matches()) {
            throw new IllegalArgumentException(rule);
        }
        return sid;
    }
}
