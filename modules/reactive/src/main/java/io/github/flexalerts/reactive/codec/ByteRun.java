package io.github.flexalerts.reactive.codec;

import java.util.Arrays;

/** Bytes that grow at the end and are consumed at the front. */
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

    /** Forgets the first bytes and moves the rest to the front. */
    void consume(int count) {
        System.arraycopy(bytes, count, bytes, 0, size - count);
        size -= count;
    }

    /** Tells whether the bytes before a position end with these. */
    boolean endsWith(byte[] suffix, int end) {
        return end >= suffix.length && Arrays.equals(bytes, end - suffix.length, end, suffix, 0, suffix.length);
    }
}
