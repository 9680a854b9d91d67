package io.github.flexalerts.cli.io;

/** What was given cannot be right. The message says which rule it breaks and quotes no data. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
