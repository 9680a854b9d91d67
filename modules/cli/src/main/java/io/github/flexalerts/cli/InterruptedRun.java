package io.github.flexalerts.cli;

/** Somebody asked the command to end. */
final class InterruptedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InterruptedRun() {
        super("interrupted");
    }
}
