package io.github.flexalerts.cli;

/** Somebody asked the command to end. The message says so, and what to know of what was on the way. */
final class InterruptedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InterruptedRun() {
        this("interrupted");
    }

    InterruptedRun(String message) {
        super(message);
    }
}
