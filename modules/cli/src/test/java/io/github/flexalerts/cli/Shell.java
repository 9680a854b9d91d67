package io.github.flexalerts.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.Terminal;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines in this JVM, as a shell with its own environment would. */
public final class Shell {
    private final Map<String, String> env = new HashMap<>();
    private InputStream in = InputStream.nullInputStream();
    private Terminal terminal = new FixedTerminal(Terminal.UNLIMITED, false);

    /** Returns a shell in which nothing is set. */
    public static Shell bare() {
        return new Shell();
    }

    /** Returns a shell that is set up for a service. */
    public static Shell of(FakeFlex flex) {
        return bare().set("TWILIO_ACCOUNT_SID", flex.accountSid())
                .set("TWILIO_AUTH_TOKEN", flex.authToken())
                .set("FLEX_INSTANCE_SID", flex.instanceSid())
                .set("FLEX_BASE_URL", flex.baseUrl());
    }

    public Shell set(String variable, String value) {
        env.put(variable, value);
        return this;
    }

    public Shell unset(String variable) {
        env.remove(variable);
        return this;
    }

    public Shell type(String stdin) {
        in = new ByteArrayInputStream(stdin.getBytes(UTF_8));
        return this;
    }

    public Shell in(InputStream stdin) {
        in = stdin;
        return this;
    }

    public Shell in(Terminal window) {
        terminal = window;
        return this;
    }

    /** Runs a command line and returns what came of it. */
    public Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, out, args);
    }

    /** Runs a command line whose stdout is this. */
    public Result runInto(OutputStream out, String... args) {
        return run(out, new ByteArrayOutputStream(), args);
    }

    private Result run(OutputStream out, ByteArrayOutputStream read, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, UTF_8);
        int exitCode = Main.run(new Console(Map.copyOf(env), in, new DataOut(out), errors, terminal), args);
        return new Result(exitCode, read.toString(UTF_8), err.toString(UTF_8));
    }

    /**
     * What came of a command.
     *
     * @param exitCode how it ended
     * @param out what it wrote to stdout
     * @param err what it wrote to stderr
     */
    public record Result(int exitCode, String out, String err) {
        public List<String> outLines() {
            return out.lines().toList();
        }

        /** Returns the lines of stderr without the service's own words, which are indented. */
        public List<String> failures() {
            return errLines().stream().filter(line -> !line.startsWith("  ")).toList();
        }

        public List<String> errLines() {
            return err.lines().toList();
        }
    }

    /** A window of which all is known. */
    public record FixedTerminal(int columns, boolean showsProgress) implements Terminal {}
}
