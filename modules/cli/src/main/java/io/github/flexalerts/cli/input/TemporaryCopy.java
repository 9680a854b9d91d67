package io.github.flexalerts.cli.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Input that is read twice: a temporary file that only its owner can read. */
final class TemporaryCopy implements AutoCloseable {
    private final Path file;

    private TemporaryCopy(Path file) {
        this.file = file;
    }

    /** Copies the input; the file is written to as it is, for one that replaced it would be readable by others. */
    static TemporaryCopy of(InputStream in, String suffix) throws IOException {
        TemporaryCopy copy = new TemporaryCopy(Files.createTempFile("flex-alerts-", suffix));
        try (OutputStream out = Files.newOutputStream(copy.file)) {
            in.transferTo(out);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /** Returns the input from its beginning. */
    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
