package io.github.flexalerts.bulk.internal.file;

import io.github.flexalerts.bulk.ExportFileException;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line and knows the position of each line. */
public final class Ndjson implements Closeable {
    /** The longest line, in bytes. */
    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private long position;
    private long start;
    private int number;
    private boolean complete;

    public Ndjson(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Returns the next line without its line feed, or null at the end. */
    public byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        start = position;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            position++;
            line.write(read);
            if (line.size() > LONGEST) {
                throw new ExportFileException("line " + number + " is longer than 64 MiB");
            }
        }
        complete = read == '\n';
        position += complete ? 1 : 0;
        return line.toByteArray();
    }

    /** Returns the offset of the last line's first byte. */
    public long start() {
        return start;
    }

    /** Returns the offset after the last line and its line feed. */
    public long position() {
        return position;
    }

    /** Returns the number of the last line, from 1. */
    public int number() {
        return number;
    }

    /** Tells whether the last line ended in a line feed. */
    public boolean isComplete() {
        return complete;
    }

    /** Reads a line as a JSON object. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(byte[] line, int number) {
        try {
            return JsonCodec.standard().read(line, Map.class);
        } catch (CodecException e) {
            throw new ExportFileException("line " + number + " is not a JSON object");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
