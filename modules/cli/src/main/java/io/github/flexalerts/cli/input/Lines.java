package io.github.flexalerts.cli.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, as bytes, in bounded memory. */
public final class Lines {
    public static final int LONGEST = 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Returns the next line that holds anything, or null at the end. */
    @Nullable
    Line nextNotBlank() throws IOException {
        Line line = next();
        while (line != null && line.text().isEmpty()) {
            line = next();
        }
        return line;
    }

    /** Returns the rest of the stream. */
    InputStream rest() {
        return in;
    }

    private @Nullable Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            tooLong = bytes.size() >= LONGEST;
            if (!tooLong) {
                bytes.write(b);
            }
        }
        return new Line(++number, bytes.toByteArray(), tooLong);
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param raw its bytes, as far as they are kept
     * @param tooLong whether some were not
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Line(long number, byte[] raw, boolean tooLong) {

        /** Returns the line without a byte order mark and blanks around it. */
        String text() {
            String text = new String(raw, StandardCharsets.UTF_8);
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        }

        /** Returns the line with its blanks and without a byte order mark. */
        byte[] whole() {
            String text = new String(raw, StandardCharsets.UTF_8);
            return ((text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** Returns the text's bytes. */
        byte[] bytes() {
            return (text() + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
