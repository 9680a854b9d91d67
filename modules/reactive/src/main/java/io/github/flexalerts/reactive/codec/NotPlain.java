package io.github.flexalerts.reactive.codec;

/**
 * Ends a plain reading of JSON that is written in another way, or is none. Without a trace: it is no failure, for a parser then
 * reads the same bytes. See {@link PlainJson}.
 */
final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain() {
        super("the JSON is not plain", null, false, false);
    }
}
