package io.github.flexalerts.testkit;

import java.time.Duration;

/**
 * How the bytes of an answer leave.
 *
 * @param delay the time before the first byte
 * @param answered false when not even the status line leaves
 * @param limit how many bytes of the body leave, at most
 * @param overstated how much longer than the body its declared length is
 * @param blockSize the bytes sent at a time in chunked encoding, or 0 for a body with a declared length
 * @param pause the time before each block
 * @param ending what happens after the last byte
 */
record Delivery(
        Duration delay, boolean answered, long limit, long overstated, int blockSize, Duration pause, Ending ending) {

    static final Delivery PLAIN = new Delivery(Duration.ZERO, true, Long.MAX_VALUE, 0, 0, Duration.ZERO, Ending.KEEP);

    /** What happens to the connection after the last byte. */
    enum Ending {
        /** It stays open for the next request. */
        KEEP,
        /** It is closed as TCP intends. */
        CLOSE,
        /** It is cut with a RST. */
        RESET,
        /** Nothing happens, ever. */
        SILENCE
    }

    Delivery delayed(Duration more) {
        return new Delivery(delay.plus(more), answered, limit, overstated, blockSize, pause, ending);
    }

    Delivery unanswered(Ending end) {
        return new Delivery(delay, false, 0, overstated, blockSize, pause, end);
    }

    Delivery cutAfter(long bytes, Ending end) {
        return new Delivery(delay, answered, Math.min(bytes, limit), overstated, blockSize, pause, end);
    }

    Delivery overstated(long bytes) {
        return new Delivery(delay, answered, limit, bytes, blockSize, pause, ending);
    }

    Delivery inBlocks(int size, Duration between) {
        return new Delivery(delay, answered, limit, overstated, size, between, ending);
    }
}
