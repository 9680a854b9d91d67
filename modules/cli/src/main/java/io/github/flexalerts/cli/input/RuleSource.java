package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a file or of stdin, one at a time and never the whole: a JSON array; JSON objects, either one a line, where a
 * bad line spoils no other, or each over several lines; YAML documents; or CSV. The extension of the file decides
 * between YAML and CSV; without one of these, the first line decides.
 */
public final class RuleSource implements AutoCloseable {
    private static final int MOST_BLANKS = 8192;

    private final String file;
    private final String name;
    private final InputStream in;
    private final boolean ownsInput;
    private @Nullable RuleReader reader;

    private RuleSource(String file, InputStream in, boolean ownsInput) {
        this.name = ownsInput ? "'" + file + "'" : file;
        this.in = in;
        this.ownsInput = ownsInput;
        this.file = file;
    }

    /** Opens a file, or stdin for {@code -}. */
    public static RuleSource open(String file, InputStream stdin) {
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
    public String name() {
        return name;
    }

    /** Returns the next rule, or null at the end. */
    @Nullable
    public RuleInput next() {
        try {
            if (reader == null) {
                reader = open(new BufferedInputStream(in));
            }
            return reader.next();
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }

    private RuleReader open(BufferedInputStream buffered) throws IOException {
        if (file.endsWith(".csv")) {
            return new CsvReader(name, buffered);
        }
        return YamlText.isYaml(file) ? new YamlReader(name, buffered) : byContent(buffered);
    }

    private RuleReader byContent(BufferedInputStream buffered) throws IOException {
        if (isArray(buffered)) {
            return new ArrayReader(name, buffered);
        }
        Lines lines = new Lines(buffered);
        Lines.Line first = lines.nextNotBlank();
        if (first == null) {
            return () -> null;
        }
        InputStream whole = whole(first, lines);
        if (CsvReader.isHeader(first.text())) {
            return new CsvReader(name, whole);
        }
        return YamlText.isYamlLine(first.text()) ? new YamlReader(name, whole) : json(first, lines);
    }

    /** An array may be one long line, so this looks at the first character and not at the first line. */
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

    /** If the first line is an incomplete object, rules span several lines; else each line is a rule. */
    private static RuleReader json(Lines.Line first, Lines lines) {
        String text = first.text();
        boolean goesOn = text.startsWith("{") && (text.length() == 1 || text.matches("(?s).*[{\\[,:]"));
        return goesOn ? new DocumentReader(whole(first, lines), 0) : new LineReader(first, lines);
    }

    private static InputStream whole(Lines.Line first, Lines lines) {
        byte[] blanks = "\n".repeat(Math.toIntExact(first.number() - 1)).getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(blanks), new ByteArrayInputStream(first.whole())),
                lines.rest());
    }

    @Override
    public void close() {
        try {
            if (reader != null) {
                reader.close();
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
    interface RuleReader extends Closeable {
        @Nullable
        RuleInput next() throws IOException;

        @Override
        default void close() throws IOException {}
    }
}
