package io.github.flexalerts.reactive.codec;

/** A text that is no JSON, or JSON of another shape. The message never quotes the text. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean truncated;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, without a word of what the text holds
     */
    public CodecException(String message) {
        this(message, false);
    }

    private CodecException(String message, boolean truncated) {
        super(message);
        this.truncated = truncated;
    }

    /**
     * Creates the exception of a text that begins as JSON and ends before its end.
     *
     * @param message what is wrong, without a word of what the text holds
     * @return the exception
     */
    public static CodecException truncated(String message) {
        return new CodecException(message, true);
    }

    /**
     * Returns whether the text ends before its end. An answer that does was lost on its way.
     *
     * @return true if more text might have made it whole
     */
    public boolean isTruncated() {
        return truncated;
    }
}
