package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a YAML stream, one document in memory at a time. A line that begins with three dashes begins a document, for
 * YAML allows such a line nowhere else.
 */
final class YamlDocuments implements AutoCloseable {
    private static final int MOST_CHARACTERS = 3 * 1024 * 1024;

    private final String name;
    private final BufferedReader text;
    private final Queue<YamlText.Piece> pieces = new ArrayDeque<>();
    private @Nullable String begin;
    private long line;

    YamlDocuments(String name, InputStream in) {
        this.name = name;
        this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** Returns the next rule, or null at the end; throws an {@link InputException} that names the line of a fault. */
    YamlText.@Nullable Piece next() throws IOException {
        while (pieces.isEmpty()) {
            long before = begin == null ? line : line - 1;
            String document = document();
            if (document == null) {
                return null;
            }
            pieces.addAll(YamlText.read(name, document, before));
        }
        return pieces.remove();
    }

    private @Nullable String document() throws IOException {
        StringBuilder document = new StringBuilder();
        boolean content = false;
        for (String next = begin == null ? read() : begin; next != null; next = read()) {
            begin = null;
            boolean starts = next.matches("---(\\s.*)?");
            if (starts && content) {
                begin = next;
                return document.toString();
            }
            content |= starts || !(next.isBlank() || next.startsWith("#") || next.startsWith("%"));
            document.append(next).append('\n');
            if (document.length() > MOST_CHARACTERS) {
                throw new InputException(name + ": a document is too large for YAML; separate the rules by lines of"
                        + " three dashes, or give one JSON object a line");
            }
            if (next.matches("\\.\\.\\.(\\s.*)?")) {
                return document.toString();
            }
        }
        return document.isEmpty() ? null : document.toString();
    }

    private @Nullable String read() throws IOException {
        try {
            String next = text.readLine();
            line += next == null ? 0 : 1;
            return next != null && line == 1 && next.startsWith("\uFEFF") ? next.substring(1) : next;
        } catch (CharacterCodingException e) {
            throw new InputException(name + " is not in UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
