package io.github.flexalerts.cli;

/** How the command ends. */
final class ExitCode {
    /** All was done. */
    static final int DONE = 0;
    /** The service or the network said no. */
    static final int FAILED = 1;
    /** The input cannot be right; nothing was sent. */
    static final int INPUT = 2;
    /** Somebody asked it to end. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
