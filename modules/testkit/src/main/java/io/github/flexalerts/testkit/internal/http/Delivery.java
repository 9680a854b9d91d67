package io.github.flexalerts.testkit.internal.http;

import java.time.Duration;

/**
 * How the bytes of an answer leave.
 *
 * @param prelude what leaves at once, past the HTTP codec
 * @param delay the time before the first byte of the answer
 * @param answered false when not even the status line leaves
 * @param limit how many bytes of the body leave, at most
 * @param overstated how much longer than the body its declared length is
 * @param blockSize the bytes sent at a time in chunked encoding, or 0 for a body with a declared length
 * @param pause the time before each block
 * @param garbage what leaves after that, past the HTTP codec, when silence follows
 * @param ending what happens after the last byte
 */
public record Delivery(
        String prelude,
        Duration delay,
        boolean answered,
        long limit,
        long overstated,
        int blockSize,
        Duration pause,
        String garbage,
        Ending ending) {

    public static final Delivery PLAIN =
            new Delivery("", Duration.ZERO, true, Long.MAX_VALUE, 0, 0, Duration.ZERO, "", Ending.KEEP);

    private static final int BLOCK = 1024;

    /** What happens to the connection after the last byte. */
    public enum Ending {
        /** It stays open for the next request. */
        KEEP,
        /** It is closed as TCP intends. */
        CLOSE,
        /** It is cut with a RST. */
        RESET,
        /** Nothing happens, ever. */
        SILENCE
    }

    public Delivery preceded(String text) {
        return new Delivery(prelude + text, delay, answered, limit, overstated, blockSize, pause, garbage, ending);
    }

    public Delivery delayed(Duration more) {
        return new Delivery(prelude, delay.plus(more), answered, limit, overstated, blockSize, pause, garbage, ending);
    }

    public Delivery unanswered(Ending end) {
        return new Delivery(prelude, delay, false, 0, overstated, blockSize, pause, garbage, end);
    }

    public Delivery cutAfter(long bytes, Ending end) {
        return new Delivery(
                prelude, delay, answered, Math.min(bytes, limit), overstated, blockSize, pause, garbage, end);
    }

    public Delivery garbled(String text) {
        return new Delivery(prelude, delay, answered, limit, overstated, blockSize, pause, text, ending);
    }

    public Delivery overstated(long bytes) {
        return new Delivery(prelude, delay, answered, limit, bytes, blockSize, pause, garbage, ending);
    }

    public Delivery inBlocks(int size, Duration between) {
        return new Delivery(prelude, delay, answered, limit, overstated, size, between, garbage, ending);
    }

    public Delivery chunked() {
        return blockSize > 0 ? this : inBlocks(BLOCK, pause);
    }
}
