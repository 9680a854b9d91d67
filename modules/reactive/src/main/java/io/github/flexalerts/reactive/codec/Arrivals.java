package io.github.flexalerts.reactive.codec;

import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The bytes of a page that have arrived and are not read for good yet, as a stream for one parser after the other. It stops a
 * parser with {@link RunDry} behind the last brace: whatever is waited for ends in one, so there is nothing to find beyond.
 */
final class Arrivals extends InputStream {
    private byte[] bytes = {};
    private int start;
    private int begun;
    private int next;
    private int stop;
    private int size;
    private long dropped;
    private boolean complete;

    /** Takes the next bytes; tells whether anything can have ended in them. */
    boolean append(ByteBuffer more) {
        makeRoom(more.remaining());
        int from = size;
        size += more.remaining();
        more.get(bytes, from, size - from);
        int brace = size;
        while (brace > from && bytes[brace - 1] != '}') {
            brace--;
        }
        stop = brace > from ? brace : stop;
        return brace > from;
    }

    /** From now on a parser reads to the last byte, and finds the end of the stream there. */
    void complete() {
        complete = true;
        stop = size;
    }

    /** Lets the next parser begin; positions are this parser's from now on. */
    Arrivals rewound() {
        begun = start;
        next = start;
        return this;
    }

    /** Returns where in the page a position of the parser is. */
    long inPage(long position) {
        return dropped + begun + position;
    }

    /** What stands before a position is read for good: the next parser finds the shortest text in its place that leads there. */
    void replaceBefore(long position, byte[] shortest) {
        start = begun + (int) position - shortest.length;
        System.arraycopy(shortest, 0, bytes, start, shortest.length);
    }

    @Override
    public int read() {
        return next < stop ? bytes[next++] & 0xFF : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (next == stop) {
            return end();
        }
        int count = Math.min(length, stop - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    private int end() {
        if (!complete) {
            throw new RunDry();
        }
        return -1;
    }

    private void makeRoom(int more) {
        if (size + more <= bytes.length) {
            return;
        }
        int kept = size - start;
        byte[] roomy = kept + more > bytes.length ? new byte[Math.max(kept + more, 2 * bytes.length)] : bytes;
        System.arraycopy(bytes, start, roomy, 0, kept);
        bytes = roomy;
        dropped += start;
        stop -= start;
        size = kept;
        start = 0;
    }
}
