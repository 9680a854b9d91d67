package io.github.flexalerts.reactive.codec;

/** The escapes in a text of JSON. */
final class Escapes {
    private static final int DIGITS_OF_A_UNIT = 4;

    private Escapes() {}

    /** Returns a text with its escapes replaced; an invalid escape throws {@link NotPlain}. */
    static String resolved(String text) {
        StringBuilder resolved = new StringBuilder(text.length());
        int from = 0;
        for (int escape = text.indexOf('\\'); escape >= 0; escape = text.indexOf('\\', from)) {
            resolved.append(text, from, escape);
            char kind = text.charAt(escape + 1); // there is one: otherwise the quote behind would be escaped
            from = escape + 2;
            if (kind == 'u') {
                resolved.append(unit(text, from));
                from += DIGITS_OF_A_UNIT;
            } else {
                resolved.append(simple(kind));
            }
        }
        return resolved.append(text, from, text.length()).toString();
    }

    private static char simple(char kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new NotPlain();
        };
    }

    private static char unit(String text, int from) {
        if (from + DIGITS_OF_A_UNIT > text.length()) {
            throw new NotPlain();
        }
        int unit = 0;
        for (int i = from; i < from + DIGITS_OF_A_UNIT; i++) {
            char digit = text.charAt(i);
            int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
            if (value < 0) {
                throw new NotPlain();
            }
            unit = 16 * unit + value;
        }
        return (char) unit;
    }
}
