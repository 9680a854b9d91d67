package io.github.flexalerts.cli.io;

/** The exit codes of the command. */
public final class ExitCode {
    /** Success. */
    public static final int DONE = 0;
    /** The service refused a request, or the network failed. */
    public static final int FAILED = 1;
    /** Invalid input or settings; nothing was written. */
    public static final int INPUT = 2;
    /** {@code drift} found a difference. */
    public static final int DIFFERENT = 3;
    /** The user interrupted the command. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
