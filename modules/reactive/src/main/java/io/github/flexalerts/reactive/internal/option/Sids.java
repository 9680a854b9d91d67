package io.github.flexalerts.reactive.internal.option;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Checks SIDs for use in a path. The documented prefixes are samples, so only what would break a path is refused. */
public final class Sids {
    private static final int LONGEST = 64;
    private static final Pattern QUEUE = Pattern.compile("WQ[0-9a-fA-F]{32}");

    private Sids() {}

    public static String item(String sid) {
        return checked(requireNonNull(sid, "sid"), "", "sid must be letters and digits, as in QY and 32 hex digits");
    }

    public static String workspace(String sid) {
        return checked(requireNonNull(sid, "workspaceSid"), "", "workspaceSid must be letters and digits, as in WS…");
    }

    /** The id of a notification configuration, which is opaque, fit for a path. */
    public static String ttid(String ttid) {
        return segment("ttid", "the id of a notification configuration", ttid);
    }

    /** Whether a text looks like the SID of a task queue. */
    public static boolean isQueue(String text) {
        return QUEUE.matcher(text).matches();
    }

    public static String account(String sid) {
        return checked(
                requireNonNull(sid, "accountSid"),
                "AC",
                "accountSid must be AC followed by letters and digits, as in AC and 32 hex digits");
    }

    /** A SID or a unique name, fit for a path. */
    public static String sidOrName(String text) {
        return segment("sidOrUniqueName", "a SID or a unique name", text);
    }

    /** Whether a text can be a segment of a path; a dot alone would not stay in its place. */
    public static boolean fitsPath(String text) {
        return !text.isBlank() && !text.equals(".") && !text.equals("..");
    }

    private static String segment(String name, String what, String text) {
        if (!fitsPath(requireNonNull(text, name))) {
            throw new IllegalArgumentException(name + " must be " + what);
        }
        return encoded(text);
    }

    /** Text for a path or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String instance(String sid) {
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
