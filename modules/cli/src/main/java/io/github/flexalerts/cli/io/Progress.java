package io.github.flexalerts.cli.io;

import java.util.function.LongSupplier;

/** A line on stderr that shows the progress of long work while the data goes elsewhere. */
public final class Progress {
    private static final long FIRST = 1_000_000_000L;
    private static final long EVERY = 200_000_000L;
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final String what;
    private final LongSupplier nanos;
    private long due;
    private long count;
    private boolean shown;

    public Progress(Console console, String what) {
        this(console, what, System::nanoTime);
    }

    public Progress(Console console, String what, LongSupplier nanos) {
        this.console = console;
        this.what = what;
        this.nanos = nanos;
        this.due = nanos.getAsLong() + FIRST;
    }

    /** Counts one more. */
    public void advance() {
        count++;
        long now = nanos.getAsLong();
        if (now - due < 0) {
            return;
        }
        due = now + EVERY;
        if (console.terminal().showsProgress()) {
            shown = true;
            console.err().print(CLEAR + String.format("%,d %s so far", count, what));
            console.err().flush();
        }
    }

    /** Takes the line away. */
    public void clear() {
        if (shown) {
            shown = false;
            console.err().print(CLEAR);
            console.err().flush();
        }
    }
}
