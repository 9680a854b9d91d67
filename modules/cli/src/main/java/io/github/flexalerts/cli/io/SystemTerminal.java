package io.github.flexalerts.cli.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process. Java 17 cannot tell which of its streams is a terminal, so the shell is asked; where there
 * is no shell, there is no terminal.
 */
public final class SystemTerminal implements Terminal {
    private static final int NOT_KNOWN = 80;
    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private final Map<String, String> env;
    private @Nullable Boolean progress;

    public SystemTerminal(Map<String, String> env) {
        this.env = env;
    }

    @Override
    public int columns() {
        int set = number(env.getOrDefault("COLUMNS", ""));
        if (set > 0) {
            return set;
        }
        if (!isTerminal(STDOUT)) {
            return UNLIMITED;
        }
        String[] size = ask("stty size </dev/tty").strip().split(" ", 2);
        int columns = size.length == 2 ? number(size[1]) : 0;
        return columns > 0 ? columns : NOT_KNOWN;
    }

    /** Not with {@code NO_COLOR}, see no-color.org, and not on a terminal that knows no colours. */
    @Override
    public boolean hasColours() {
        return env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb")
                && isTerminal(STDOUT);
    }

    @Override
    public boolean isInteractive() {
        return isTerminal(STDIN) && isTerminal(STDERR);
    }

    @Override
    public boolean showsProgress() {
        if (progress == null) {
            progress = isTerminal(STDERR) && !isTerminal(STDOUT);
        }
        return progress;
    }

    private static boolean isTerminal(int descriptor) {
        try {
            Process process = new ProcessBuilder("sh", "-c", "test -t " + descriptor)
                    .inheritIO()
                    .start();
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String ask(String script) {
        try {
            Process process = new ProcessBuilder("sh", "-c", script + " 2>/dev/null").start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
    }
}
