package io.github.flexalerts.cli.io;

/** How the command ends. */
public final class ExitCode {
    /** All was done. */
    public static final int DONE = 0;
    /** The service or the network said no. */
    public static final int FAILED = 1;
    /** The input cannot be right; nothing was sent. */
    public static final int INPUT = 2;
    /** Somebody asked it to end. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
