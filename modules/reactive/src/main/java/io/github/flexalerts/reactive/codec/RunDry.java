package io.github.flexalerts.reactive.codec;

/**
 * Stops a parser, or a plain reading, where the bytes end that have arrived. Without a trace: it is no failure, and comes with each chunk. An
 * error, since databind wraps every exception that passes through it.
 */
final class RunDry extends Error {
    private static final long serialVersionUID = 1L;

    RunDry() {
        super("the bytes that have arrived are read", null, false, false);
    }
}
