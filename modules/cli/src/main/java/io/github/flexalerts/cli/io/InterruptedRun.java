package io.github.flexalerts.cli.io;

/** Somebody asked the command to end. The message says so, and what to know of what was on the way. */
public final class InterruptedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InterruptedRun() {
        this("interrupted");
    }

    public InterruptedRun(String message) {
        super(message);
    }
}
