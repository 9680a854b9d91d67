package io.github.flexalerts.reactive.internal.call;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a body up to a limit. Of one subscription, so of one thread at a time. */
final class LimitedBuffer {
    private final int limit;
    private byte[] bytes = {};
    private int size;
    private boolean exceeded;

    LimitedBuffer(int limit) {
        this.limit = limit;
    }

    /** Copies what fits. Most bodies are one piece, so the first takes no more room than it needs. */
    void append(ByteBuffer buffer) {
        int length = Math.min(buffer.remaining(), limit - size);
        exceeded |= length < buffer.remaining();
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * size));
        }
        buffer.get(bytes, size, length);
        size += length;
    }

    boolean exceeded() {
        return exceeded;
    }

    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
