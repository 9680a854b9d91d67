package io.github.flexalerts.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a file or of stdin, one at a time and never the whole: JSON objects, either one a line, where a bad line
 * spoils no other, or each over several lines.
 */
final class RuleSource implements AutoCloseable {
    private final String name;
    private final InputStream in;
    private final boolean ownsInput;
    private @Nullable RuleReader reader;

    private RuleSource(String name, InputStream in, boolean ownsInput) {
        this.name = name;
        this.in = in;
        this.ownsInput = ownsInput;
    }

    /** Opens a file, or stdin for {@code -}. */
    static RuleSource open(String file, InputStream stdin) {
        if (file.equals("-")) {
            return new RuleSource("stdin", stdin, false);
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new InputException("'" + file + "' is a directory");
            }
            return new RuleSource("'" + file + "'", Files.newInputStream(path), true);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new InputException("no such file: '" + file + "'");
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "'");
        }
    }

    /** Returns what messages call it. */
    String name() {
        return name;
    }

    /** Returns the next rule, or null at the end. */
    @Nullable
    RuleInput next() {
        try {
            if (reader == null) {
                reader = reader(new Lines(new BufferedInputStream(in)));
            }
            return reader.next();
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }

    /** The first line tells whether each line is a rule: one that can only go on below is not. */
    private RuleReader reader(Lines lines) throws IOException {
        Lines.Line first = lines.nextNotBlank();
        if (first == null) {
            return () -> null;
        }
        String text = first.text();
        if (text.startsWith("[")) {
            throw new InputException(
                    name + " is a JSON array; give one object a line instead, as 'jq -c .[]' makes of it");
        }
        boolean goesOn = text.startsWith("{") && (text.length() == 1 || text.matches("(?s).*[{\\[,:]"));
        if (!goesOn) {
            return new LineReader(first, lines);
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first.bytes()), lines.rest());
        return new DocumentReader(whole, first.number() - 1);
    }

    @Override
    public void close() {
        try {
            if (ownsInput) {
                in.close();
            }
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }

    /** Takes rules from the input, one after the other. */
    @FunctionalInterface
    interface RuleReader {
        @Nullable
        RuleInput next() throws IOException;
    }
}
