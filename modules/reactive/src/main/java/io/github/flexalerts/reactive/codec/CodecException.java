package io.github.flexalerts.reactive.codec;

/** A text that is no JSON, or JSON of another shape. The message never quotes the text. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, without a word of what the text holds
     */
    public CodecException(String message) {
        super(message);
    }
}
