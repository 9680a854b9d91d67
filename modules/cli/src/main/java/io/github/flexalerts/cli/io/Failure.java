package io.github.flexalerts.cli.io;

/**
 * How a command failed.
 *
 * @param line what happened and what to do, for stderr
 * @param exitCode how the command ends
 */
public record Failure(String line, int exitCode) {}
