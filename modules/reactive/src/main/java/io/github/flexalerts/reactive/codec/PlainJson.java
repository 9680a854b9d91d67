package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * JSON as nearly all of it is written, read from left to right where it stands: names and texts without escapes, whole
 * numbers of common size, true, false and null. It knows no more, and judges nothing: at whatever else it stops with
 * {@link NotPlain}, so that a parser reads the same bytes from the beginning; and with {@link RunDry} where they end.
 */
final class PlainJson {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int MOST_DIGITS = 18;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private byte[] bytes = {};
    private int at;
    private int end;

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

    /** Passes over this character if it is the next one; mostly no blank stands before it. */
    boolean skip(char character) {
        boolean isNext = (at < end && bytes[at] == character) || peek() == character;
        at += isNext ? 1 : 0;
        return isNext;
    }

    void expect(char character) {
        if (!skip(character)) {
            throw new NotPlain();
        }
    }

    /** Passes over a name and its colon if it is the next one. */
    boolean skipName(MemberName member) {
        byte[] name = member.plain();
        if (skip(name, name.length)) {
            return true;
        }
        peek();
        if (!skip(name, name.length - 1)) {
            return false;
        }
        expect(':');
        return true;
    }

    /** Passes over null if it is the next value. */
    boolean skipNull() {
        boolean isNull = peek() == 'n';
        if (isNull) {
            literal(NULL);
        }
        return isNull;
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

    /** Passes over a text; returns the index of its first byte. Its last one stands before the quote just passed. */
    int skipText() {
        expect('"');
        int first = at;
        int quote = endOfText(first);
        if (quote >= end) {
            throw new RunDry();
        }
        if (bytes[quote] != '"') {
            throw new NotPlain();
        }
        at = quote + 1;
        return first;
    }

    String text() {
        int first = skipText();
        return text(first, at - 1);
    }

    /** Returns the text that these bytes are. What replaces an invalid one may have been sent too; the parser knows. */
    String text(int from, int to) {
        String text = new String(bytes, from, to - from, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new NotPlain();
        }
        return text;
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

    private boolean skip(byte[] expected, int length) {
        int to = at + length;
        boolean isNext = to <= end && Arrays.equals(bytes, at, to, expected, 0, length);
        at = isNext ? to : at;
        return isNext;
    }

    /** Finds the first byte that is a quote, a backslash or a control character, eight at a time. */
    private int endOfText(int from) {
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
