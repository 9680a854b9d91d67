package io.github.flexalerts.reactive.transport;

import java.io.IOException;

/** What came is no answer. It says nothing of what came, which may be a remainder of somebody's data. */
final class BrokenAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenAnswer() {
        super("the answer is not valid HTTP");
    }

    /** Where in the pipeline it was noticed helps nobody. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
