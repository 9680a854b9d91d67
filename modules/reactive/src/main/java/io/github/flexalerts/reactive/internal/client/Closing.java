package io.github.flexalerts.reactive.internal.client;

import io.github.flexalerts.reactive.internal.call.OpenCalls;
import io.github.flexalerts.reactive.transport.Transport;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** Closes what the clients of several instances share, once. */
public final class Closing implements Runnable {
    private final OpenCalls open;
    private final Disposable attachment;
    private final @Nullable Transport own;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Creates the end of a client.
     *
     * @param open its calls
     * @param attachment what its instrumentation registered
     * @param own its transport, null if that is the caller's
     */
    public Closing(OpenCalls open, Disposable attachment, @Nullable Transport own) {
        this.open = open;
        this.attachment = attachment;
        this.own = own;
    }

    @Override
    public void run() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        open.close();
        attachment.dispose();
        if (own != null) {
            own.close();
        }
    }
}
