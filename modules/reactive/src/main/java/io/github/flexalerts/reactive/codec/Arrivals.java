package io.github.flexalerts.reactive.codec;

import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a page that have arrived and are not read for good yet, as a stream for one parser after the other. It stops a
 * parser with {@link RunDry} behind the last brace: whatever is waited for ends in one, so there is nothing to find beyond.
 */
final class Arrivals extends InputStream {
    /** Room for what a parser finds before the first byte: one of the places of {@link JacksonPageReader}. */
    private static final int MARGIN = 8;

    private byte[] bytes = new byte[MARGIN];
    private int start = MARGIN;
    private int begun = MARGIN;
    private int next = MARGIN;
    private int stop = MARGIN;
    private int size = MARGIN;
    private long dropped = -MARGIN;
    private boolean complete;

    /** Adds the next bytes; returns whether an item can have ended in them. */
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

    boolean isComplete() {
        return complete;
    }

    /** Lets the next parser begin, and find this before the first byte. */
    Arrivals after(byte[] before) {
        begun = start - before.length;
        next = begun;
        System.arraycopy(before, 0, bytes, begun, before.length);
        return this;
    }

    /** Lets a plain reading begin. */
    void begin(PlainJson json) {
        json.begin(bytes, start, stop);
    }

    /** Returns the index of the byte at a position of the parser that began last. */
    int index(long position) {
        return begun + (int) position;
    }

    /** Returns the text from a position of that parser to the end of the page, or null if it is long or not complete. */
    @Nullable
    String rest(long position) {
        int from = index(position);
        return complete && size - from < JacksonJsonCodec.REST ? JacksonJsonCodec.text(bytes, from, size) : null;
    }

    /** Returns the offset of a byte within the page. */
    long inPage(int index) {
        return dropped + index;
    }

    /** The bytes before this index were read and are not needed again. */
    void readUpTo(int index) {
        start = index;
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
        int needed = MARGIN + kept + more;
        byte[] roomy = needed > bytes.length ? new byte[Math.max(needed, 2 * bytes.length)] : bytes;
        System.arraycopy(bytes, start, roomy, MARGIN, kept);
        bytes = roomy;
        int moved = start - MARGIN;
        dropped += moved;
        stop -= moved;
        size -= moved;
        start = MARGIN;
    }
}
