package io.github.flexalerts.reactive.transport;

/**
 * The state of a transport's connections at one moment.
 *
 * @param active connections in use
 * @param idle connections that wait for a use
 * @param pending calls that wait for a connection
 */
public record PoolSnapshot(int active, int idle, int pending) {}
