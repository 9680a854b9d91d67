package io.github.flexalerts.reactive.internal.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of a client that are under way, so that closing the client ends them. */
public final class OpenCalls {
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** What ends when the client is closed. */
    interface Open {
        /** The client is closed; called at least once, on any thread. */
        void clientClosed();
    }

    /** Adds a call; one that comes too late ends at once. */
    void add(Open call) {
        open.add(call);
        if (closed) {
            call.clientClosed();
        }
    }

    void remove(Open call) {
        open.remove(call);
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends all calls, and every later one as it starts. */
    public void close() {
        closed = true;
        open.forEach(Open::clientClosed);
    }
}
