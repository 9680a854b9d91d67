package io.github.flexalerts.cli.io;

import java.time.Duration;

/** Text for a terminal: what comes from elsewhere may neither move the cursor nor break a line nor turn the writing. */
public final class Text {
    private static final int REPLACEMENT = 0xFFFD;
    private static final String ELLIPSIS = "\u2026";

    private Text() {}

    /** Replaces every control and format character. */
    public static String printable(String text) {
        return text.codePoints()
                .map(c -> isPrintable(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the name of a member to show, unless it does not look like a name, because misplaced data may be personal. */
    public static String memberName(String name) {
        return name.matches("[A-Za-z0-9_-]{1,64}") ? name : "a member of another name than the reference has";
    }

    /** Cuts to so many columns, with an ellipsis in the last one. */
    public static String fit(String text, int columns) {
        return width(text) <= columns ? text : head(text, columns - 1) + ELLIPSIS;
    }

    /** Returns as much of the beginning as fits into so many columns. */
    public static String head(String text, int columns) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += width(c);
            if (used > columns) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    /** Fits and fills up to so many columns. */
    public static String column(String text, int columns) {
        String fitting = fit(text, columns);
        return fitting + " ".repeat(columns - width(fitting));
    }

    /** Returns a duration in its two largest units, as in {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + " min" + rest(seconds % 60, " s");
        }
        long hours = seconds / 3600;
        return hours < 48 ? hours + " h" + rest(seconds / 60 % 60, " min") : hours / 24 + " d" + rest(hours % 24, " h");
    }

    private static String rest(long amount, String unit) {
        return amount == 0 ? "" : " " + amount + unit;
    }

    /** Returns how many columns a terminal takes for the text, as near as one can say without asking it. */
    public static int width(String text) {
        return text.codePoints().map(Text::width).sum();
    }

    private static int width(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
