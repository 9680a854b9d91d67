package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain JSON directly from the bytes: names without escapes, texts, whole numbers of common size, true, false and null.
 * It validates nothing. Anything else throws {@link NotPlain}, and a parser then reads the same bytes from the beginning.
 *
 * <p>The end of the bytes throws {@link RunDry}.
 */
final class PlainJson {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int MOST_DIGITS = 18;

    /** Far below what the parser takes, so that its limits hold. */
    private static final int MOST_NAME_BYTES = 1024;

    private static final int MOST_TEXT_BYTES = 1024 * 1024;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private byte[] bytes = {};
    private int at;
    private int end;
    private int textStart;
    private int textEnd;
    private boolean escaped;

    /** Begins anew. */
    void begin(byte[] json, int from, int to) {
        bytes = json;
        at = from;
        end = to;
    }

    /** Returns the index of the next byte. */
    int position() {
        return at;
    }

    /** Tells whether nothing but blanks follows. */
    boolean isOver() {
        skipBlanks();
        return at == end;
    }

    /** Returns the next byte that is no blank, and stops before it. */
    byte peek() {
        skipBlanks();
        if (at == end) {
            throw new RunDry();
        }
        return bytes[at];
    }

    /** Skips this character if it is the next one; usually there is no blank before it. */
    boolean skip(char character) {
        if ((at == end || bytes[at] != character) && peek() != character) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char character) {
        if (!skip(character)) {
            throw new NotPlain();
        }
    }

    /** Passes over a name and its colon if it is the next one. */
    boolean skipName(MemberName member) {
        byte[] name = member.plain();
        if (skipAll(name, name.length)) {
            return true;
        }
        peek();
        if (!skipAll(name, name.length - 1)) {
            return false;
        }
        expect(':');
        return true;
    }

    /** Passes over a name, which is the text {@linkplain #passed passed} then, and its colon. With an escape it may be known. */
    void skipUnknownName() {
        skipText();
        if (escaped || textEnd - textStart > MOST_NAME_BYTES) {
            throw new NotPlain();
        }
        expect(':');
    }

    /** Passes over null if it is the next value. */
    boolean skipNull() {
        if (peek() != 'n') {
            return false;
        }
        literal(NULL);
        return true;
    }

    boolean flag() {
        boolean flag = peek() == 't';
        literal(flag ? TRUE : FALSE);
        return flag;
    }

    long number() {
        boolean negative = skip('-');
        int first = at;
        long number = 0;
        while (at < end && at - first <= MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at] - '0';
            at++;
        }
        if (at == end) {
            throw new RunDry();
        }
        int digits = at - first;
        if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && bytes[first] == '0')) {
            throw new NotPlain();
        }
        return negative ? -number : number;
    }

    String text() {
        skipText();
        return passed();
    }

    /** Reads a value of an unknown member as {@link RawJson} does. */
    @Nullable
    Object raw() {
        return switch (peek()) {
            case '"' -> text();
            case 't', 'f' -> flag();
            case 'n' -> {
                literal(NULL);
                yield null;
            }
            default -> rawNumber();
        };
    }

    /** Passes over a text. */
    void skipText() {
        expect('"');
        textStart = at;
        escaped = false;
        int stop = endOfPlain(at);
        while (stop < end && bytes[stop] == '\\') {
            escaped = true;
            stop = endOfPlain(stop + 2);
        }
        if (stop >= end) {
            throw cutShort();
        }
        if (bytes[stop] != '"' || stop - textStart > MOST_TEXT_BYTES) {
            throw new NotPlain();
        }
        textEnd = stop;
        at = stop + 1;
    }

    /** Returns the index of the first byte of the text passed last. */
    int textStart() {
        return textStart;
    }

    /** Returns the index behind the last byte of the text passed last. */
    int textEnd() {
        return textEnd;
    }

    /** Returns the last text. If it contains U+FFFD, the bytes may be invalid UTF-8; the parser decides that. */
    String passed() {
        String text = new String(bytes, textStart, textEnd - textStart, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new NotPlain();
        }
        return escaped ? Escapes.resolved(text) : text;
    }

    byte[] bytes() {
        return bytes;
    }

    private void skipBlanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private void literal(byte[] word) {
        for (byte letter : word) {
            if (at == end) {
                throw new RunDry();
            }
            if (bytes[at] != letter) {
                throw new NotPlain();
            }
            at++;
        }
    }

    private boolean skipAll(byte[] expected, int length) {
        int to = at + length;
        if (to > end || !Arrays.equals(bytes, at, to, expected, 0, length)) {
            return false;
        }
        at = to;
        return true;
    }

    /** A text that is not whole may be wrong already where it is not plain ASCII; then the parser must say so at once. */
    private RuntimeException cutShort() {
        for (int i = textStart; i < end; i++) {
            if (bytes[i] < 0 || bytes[i] == '\\') {
                return new NotPlain();
            }
        }
        throw new RunDry();
    }

    private Object rawNumber() {
        long number = number();
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    /** Finds the first byte from here that is a quote, a backslash or a control character, eight at a time. */
    private int endOfPlain(int from) {
        int i = from;
        for (int last = bytes.length - Long.BYTES; i <= last; i += Long.BYTES) {
            long special = special((long) EIGHT_BYTES.get(bytes, i));
            if (special != 0) {
                return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (i < end && special(ONES * (bytes[i] & 0xFF)) == 0) {
            i++;
        }
        return i;
    }

    /** Sets the highest bit of each such byte; above the lowest one that is set, of others too. */
    private static long special(long eight) {
        return (below(1, eight ^ '"' * ONES) | below(1, eight ^ '\\' * ONES) | below(' ', eight)) & HIGH_BITS;
    }

    private static long below(int limit, long eight) {
        return (eight - limit * ONES) & ~eight;
    }
}
