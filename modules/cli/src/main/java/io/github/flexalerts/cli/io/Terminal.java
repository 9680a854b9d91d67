package io.github.flexalerts.cli.io;

/** What is known of the window that a command runs in. */
public interface Terminal {
    /** The number of columns where there is no window, as in a pipe: nothing is cut. */
    int UNLIMITED = Integer.MAX_VALUE;

    /** Returns the number of columns that data may take. */
    int columns();

    /** Tells whether data may be coloured: on a terminal, unless the environment says otherwise. */
    default boolean hasColours() {
        return false;
    }

    /** Tells whether a person can be asked: stdin and stderr are a terminal. */
    default boolean isInteractive() {
        return false;
    }

    /** Returns whether stderr is a terminal and stdout is not. */
    boolean showsProgress();
}
