package io.github.flexalerts.cli;

/** What was given cannot be right. The message says which rule it breaks and quotes no data. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
