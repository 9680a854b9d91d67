package io.github.flexalerts.cli.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Stdout, in UTF-8 and buffered. Unlike a {@code PrintStream} it reports that it cannot be written: once, for what is written
 * after a failure is discarded.
 */
public final class DataOut {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private boolean failed;

    public DataOut(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    public void write(byte[] bytes) {
        attempt(() -> out.write(bytes));
    }

    public void print(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void println(String line) {
        print(line + "\n");
    }

    /** Returns stdout as a stream, which need not be closed. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                DataOut.this.write(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                DataOut.this.write(Arrays.copyOfRange(bytes, from, from + length));
            }

            @Override
            public void flush() {
                DataOut.this.flush();
            }
        };
    }

    public void flush() {
        attempt(out::flush);
    }

    private void attempt(Write write) {
        if (failed) {
            return;
        }
        try {
            write.run();
        } catch (IOException e) {
            failed = true;
            throw failure(e);
        }
    }

    private static RuntimeException failure(IOException e) {
        String what = String.valueOf(e.getMessage());
        return what.toLowerCase(Locale.ROOT).contains("pipe") ? new Closed() : new Broken(what);
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    /** Whoever read stdout has gone, as {@code head} does: no failure. */
    public static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Stdout cannot be written, as on a full disk. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super("cannot write to stdout: " + what);
        }
    }
}
