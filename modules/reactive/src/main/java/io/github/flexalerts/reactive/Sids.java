package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What may stand in a path as a SID. Their prefixes are samples, not rules, so only what would break a path is refused. */
final class Sids {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern TTID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern ACCOUNT = Pattern.compile("AC[A-Za-z0-9]{1,62}");
    private static final Pattern INSTANCE = Pattern.compile("GO[A-Za-z0-9]{1,62}");

    private Sids() {}

    static String item(String sid) {
        return checked(requireNonNull(sid, "sid"), SAFE, "sid must be letters and digits, as in QY and 32 hex digits");
    }

    static String workspace(String sid) {
        return checked(requireNonNull(sid, "workspaceSid"), SAFE, "workspaceSid must be letters and digits, as in WS…");
    }

    static String ttid(String ttid) {
        return checked(requireNonNull(ttid, "ttid"), TTID, "ttid must be letters, digits, - and _, as in flex_…");
    }

    static String account(String sid) {
        return checked(
                requireNonNull(sid, "accountSid"),
                ACCOUNT,
                "accountSid must be AC followed by letters and digits, as in AC and 32 hex digits");
    }

    /** A SID or a unique name, fit for a path; a dot alone would not stay in its place. */
    static String sidOrName(String text) {
        if (requireNonNull(text, "sidOrUniqueName").isBlank() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("sidOrUniqueName must be a SID or a unique name");
        }
        return encoded(text);
    }

    /** Text for a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
