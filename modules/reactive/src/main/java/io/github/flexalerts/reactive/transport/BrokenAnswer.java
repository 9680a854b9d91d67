package io.github.flexalerts.reactive.transport;

import java.io.IOException;

/** The bytes received are not an HTTP response. The message does not quote them, because they may be personal data. */
final class BrokenAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenAnswer() {
        super("the answer is not valid HTTP");
    }

    /** No stack trace: the position in the pipeline is of no use. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
