package io.github.flexalerts.cli.io;

/**
 * What was asked for cannot be done, though the input may be right; the message says what to do. One that is suppressed in
 * another error is a note on it.
 */
public final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FailedRun(String message) {
        super(message);
    }

    public FailedRun(String message, Throwable cause) {
        super(message, cause);
    }
}
