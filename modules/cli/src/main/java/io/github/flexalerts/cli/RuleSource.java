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
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a file or of stdin, one at a time and never the whole: a JSON array, or JSON objects, either one a line, where
 * a bad line spoils no other, or each over several lines. A file whose name ends in .yaml or .yml is read as a whole; each
 * of its documents is a rule.
 */
final class RuleSource implements AutoCloseable {
    private static final int MOST_BLANKS = 8192;

    private final String name;
    private final InputStream in;
    private final boolean ownsInput;
    private final boolean yaml;
    private @Nullable RuleReader reader;

    private RuleSource(String file, InputStream in, boolean ownsInput) {
        this.name = ownsInput ? "'" + file + "'" : file;
        this.in = in;
        this.ownsInput = ownsInput;
        this.yaml = ownsInput && YamlText.isYaml(file);
    }

    /** Opens a file, or stdin for {@code -}. */
    static RuleSource open(String file, InputStream stdin) {
        if (file.equals("-")) {
            return new RuleSource("stdin", stdin, false);
        }
        return new RuleSource(file, openFile(file), true);
    }

    /** Opens a file, or throws an {@link InputException} that says why it cannot be read. */
    static InputStream openFile(String file) {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new InputException("'" + file + "' is a directory");
            }
            return Files.newInputStream(path);
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
                reader = yaml ? documents() : json(new BufferedInputStream(in));
            }
            return reader.next();
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }

    private RuleReader documents() throws IOException {
        Iterator<YamlText.Piece> pieces =
                YamlText.read(name, new BufferedInputStream(in)).iterator();
        return () -> {
            if (!pieces.hasNext()) {
                return null;
            }
            YamlText.Piece piece = pieces.next();
            return RuleInput.of(piece.line(), piece.json());
        };
    }

    private RuleReader json(BufferedInputStream buffered) throws IOException {
        return isArray(buffered) ? new ArrayReader(name, buffered) : reader(new Lines(buffered));
    }

    /** An array may be one long line, so its first character is looked for and not its first line. */
    private static boolean isArray(BufferedInputStream buffered) throws IOException {
        buffered.mark(MOST_BLANKS);
        int first = ' ';
        for (int i = 0; i < MOST_BLANKS && (Character.isWhitespace(first) || isByteOrderMark(first)); i++) {
            first = buffered.read();
        }
        buffered.reset();
        return first == '[';
    }

    private static boolean isByteOrderMark(int b) {
        return b == 0xEF || b == 0xBB || b == 0xBF;
    }

    /** The first line tells whether each line is a rule: one that can only go on below is not. */
    private RuleReader reader(Lines lines) throws IOException {
        Lines.Line first = lines.nextNotBlank();
        if (first == null) {
            return () -> null;
        }
        String text = first.text();
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
            if (reader instanceof ArrayReader array) {
                array.close();
            }
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
