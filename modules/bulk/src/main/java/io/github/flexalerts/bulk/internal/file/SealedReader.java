package io.github.flexalerts.bulk.internal.file;

import io.github.flexalerts.bulk.ExportFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of {@link SealedWriter} and checks its header, its counts and its hash. */
public final class SealedReader {
    /** The version that this library writes and reads. */
    public static final int VERSION = 1;

    private final String format;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final MessageDigest sha256 = SealedWriter.sha256();
    private String hash = "";

    /** Receives the lines between header and footer. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives a line.
         *
         * @param type its type
         * @param line its bytes, without the line feed
         * @param at the position in the file
         */
        void line(String type, byte[] line, Ndjson at);
    }

    private SealedReader(String format, List<String> types) {
        this.format = format;
        types.forEach(type -> counts.put(type, 0));
    }

    /** Reads what follows the footer. */
    @FunctionalInterface
    public interface Rest {
        void read(Ndjson lines) throws IOException;
    }

    /**
     * Reads a file that ends with its footer.
     *
     * @param path the file
     * @param format the expected format
     * @param types the known types of lines
     * @param visitor receives the lines
     * @return the members of the header, and {@code sha256} of the footer
     */
    public static Map<String, @Nullable Object> read(Path path, String format, List<String> types, Visitor visitor)
            throws IOException {
        return read(path, format, types, visitor, rest -> {
            if (rest.next() != null) {
                throw new ExportFileException("the file continues after its footer");
            }
        });
    }

    /** Reads a file that may continue after its footer. */
    public static Map<String, @Nullable Object> read(
            Path path, String format, List<String> types, Visitor visitor, Rest rest) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                Ndjson lines = new Ndjson(file)) {
            SealedReader reader = new SealedReader(format, types);
            Map<String, @Nullable Object> header = reader.header(lines);
            reader.body(lines, visitor);
            rest.read(lines);
            header.put("sha256", reader.hash);
            return header;
        }
    }

    /** Tells whether a file's first line is a header of any format of this library. */
    public static boolean hasHeader(byte[] firstLine) {
        String start = new String(firstLine, 0, Math.min(64, firstLine.length), StandardCharsets.UTF_8);
        return start.matches("(?s)\\s*\\{\\s*\"type\"\\s*:\\s*\"header\".*");
    }

    private Map<String, @Nullable Object> header(Ndjson lines) throws IOException {
        byte[] line = lines.next();
        if (line == null || !hasHeader(line)) {
            throw new ExportFileException("the file does not start with a header line of format " + format);
        }
        Map<String, @Nullable Object> header = new LinkedHashMap<>(Ndjson.object(line, 1));
        if (!format.equals(header.get("format"))) {
            throw new ExportFileException("the file is not of format " + format);
        }
        if (!(header.get("version") instanceof Number version) || version.longValue() < 1) {
            throw new ExportFileException("the header has no valid version");
        }
        if (version.longValue() > VERSION) {
            throw new ExportFileException("the file has version " + version.longValue()
                    + ", and this program reads up to version " + VERSION + ": use a newer program");
        }
        hash(line, lines);
        return header;
    }

    private void body(Ndjson lines, Visitor visitor) throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            String type = type(line, lines.number());
            if (type.equals("footer")) {
                footer(Ndjson.object(line, lines.number()));
                return;
            }
            if (!counts.containsKey(type)) {
                throw new ExportFileException("line " + lines.number() + " has an unknown type");
            }
            hash(line, lines);
            counts.merge(type, 1, Integer::sum);
            visitor.line(type, line, lines);
        }
        throw new ExportFileException("the file has no footer: it was cut off, or its export did not finish");
    }

    private void hash(byte[] line, Ndjson lines) {
        sha256.update(line);
        if (lines.isComplete()) {
            sha256.update((byte) '\n');
        }
    }

    private void footer(Map<String, @Nullable Object> footer) {
        hash = HexFormat.of().formatHex(sha256.digest());
        counts.forEach((type, count) -> {
            if (!(footer.get(type + "s") instanceof Number stated) || stated.longValue() != count) {
                throw new ExportFileException("the footer counts " + footer.get(type + "s") + " " + type
                        + " lines, and the file has " + count);
            }
        });
        if (!hash.equals(footer.get("sha256"))) {
            throw new ExportFileException(
                    "the SHA-256 in the footer does not match the file: it was changed or damaged");
        }
    }

    /** Most lines start with their type, so they need not be parsed for it. */
    private static String type(byte[] line, int number) {
        String start = new String(line, 0, Math.min(48, line.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("{\"type\":\"")) {
            int end = start.indexOf('"', 9);
            if (end > 0) {
                return start.substring(9, end);
            }
        }
        return String.valueOf(Ndjson.object(line, number).get("type"));
    }
}
