package io.github.flexalerts.testkit.internal.proxy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a proxy and its client say to each other before the bytes pass. */
public interface ProxyHandshake {

    /** Reads what is asked for: the host and the port; null if the client did not get so far. */
    @Nullable
    String read() throws IOException;

    boolean isAuthorized();

    /** Refuses the connection with an answer if so configured; returns true if the handshake continues. */
    boolean accepts() throws IOException;

    /** Answers that the connection is established. */
    void connected() throws IOException;
}
