package io.github.flexalerts.cli.io;

/** The colours of a terminal. */
public enum Colours {
    BOLD(1),
    FAINT(2),
    RED(31),
    GREEN(32),
    YELLOW(33);

    private final String start;

    Colours(int code) {
        this.start = "\u001B[" + code + "m";
    }

    /** Returns the text in this colour; what follows is not. */
    public String of(String text) {
        return start + text + "\u001B[0m";
    }
}
