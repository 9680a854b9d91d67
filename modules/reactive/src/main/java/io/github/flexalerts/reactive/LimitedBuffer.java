package io.github.flexalerts.reactive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The bytes of a body up to a limit. Of one subscription, so of one thread at a time. */
final class LimitedBuffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private boolean exceeded;

    LimitedBuffer(int limit) {
        this.limit = limit;
    }

    /** Copies what fits. */
    LimitedBuffer append(ByteBuffer buffer) {
        int room = Math.min(buffer.remaining(), limit - bytes.size());
        exceeded |= room < buffer.remaining();
        byte[] chunk = new byte[room];
        buffer.get(chunk);
        bytes.write(chunk, 0, room);
        return this;
    }

    boolean exceeded() {
        return exceeded;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
