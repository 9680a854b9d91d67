package io.github.flexalerts.reactive.codec;

import java.util.Arrays;

/** Bytes that grow at the end. */
final class ByteRun {
    private byte[] bytes;
    private int size;

    ByteRun(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void append(byte[] source, int from, int to) {
        int needed = size + to - from;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        System.arraycopy(source, from, bytes, size, to - from);
        size = needed;
    }

    /** Returns a copy with some more at the end. */
    ByteRun plus(byte[] more) {
        ByteRun copy = new ByteRun(size + more.length);
        copy.append(bytes, 0, size);
        copy.append(more, 0, more.length);
        return copy;
    }

    /** Tells whether the bytes end with a member's name, whatever white space stands around the colon. */
    boolean endsWithName(byte[] quoted) {
        int end = size;
        while (end > 0 && (bytes[end - 1] <= ' ' || bytes[end - 1] == ':')) {
            end--;
        }
        int start = end - quoted.length;
        return start >= 0 && Arrays.equals(bytes, start, end, quoted, 0, quoted.length);
    }
}
