package io.github.flexalerts.cli.io;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command reads, writes and is set up.
 *
 * @param env the environment: settings and secrets
 * @param in stdin
 * @param out stdout, for data alone
 * @param err stderr, for everything else
 * @param terminal what is known of the window
 */
public record Console(Map<String, String> env, InputStream in, DataOut out, PrintStream err, Terminal terminal) {

    /** Prints how something failed on stderr, and below it what the service itself said. */
    public void fail(String line, Throwable error) {
        say(line);
        new Refusals(env).lines(error).forEach(this::say);
    }

    /** Prints one line on stderr, whatever the text holds. */
    public void say(String line) {
        err.println(Text.printable(line));
        err.flush();
    }
}
