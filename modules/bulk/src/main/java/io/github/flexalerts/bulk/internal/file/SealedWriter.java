package io.github.flexalerts.bulk.internal.file;

import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an NDJSON file whose last line has the number of lines of each type and the SHA-256 of all bytes before it. */
public final class SealedWriter {
    private final OutputStream out;
    private final MessageDigest sha256 = sha256();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    public SealedWriter(OutputStream out, List<String> types) {
        this.out = out;
        types.forEach(type -> counts.put(type, 0));
    }

    /** Writes the header line. */
    public void header(String format, Map<String, ?> members) throws IOException {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("type", "header");
        header.put("format", format);
        header.put("version", SealedReader.VERSION);
        header.putAll(members);
        write(JsonCodec.standard().write(header));
    }

    /** Writes a line of a type with more members. */
    public void line(String type, Map<String, ?> members) throws IOException {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.putAll(members);
        write(JsonCodec.standard().write(line));
        counts.merge(type, 1, Integer::sum);
    }

    /** Copies lines of one type. */
    public void lines(String type, InputStream lines, int count) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = lines.read(buffer); read >= 0; read = lines.read(buffer)) {
            sha256.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        counts.merge(type, count, Integer::sum);
    }

    /** Writes the footer and flushes. */
    public void footer() throws IOException {
        Map<String, Object> footer = new LinkedHashMap<>();
        footer.put("type", "footer");
        counts.forEach((type, count) -> footer.put(type + "s", count));
        footer.put("sha256", HexFormat.of().formatHex(sha256.digest()));
        out.write(JsonCodec.standard().write(footer));
        out.write('\n');
        out.flush();
    }

    private void write(byte[] line) throws IOException {
        sha256.update(line);
        sha256.update((byte) '\n');
        out.write(line);
        out.write('\n');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Returns {@code {"type":"…","…":…}} for a value that is JSON already. */
    public static byte[] wrapped(String type, String member, byte[] json) {
        byte[] head = ("{\"type\":\"" + type + "\",\"" + member + "\":").getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[head.length + json.length + 1];
        System.arraycopy(head, 0, line, 0, head.length);
        System.arraycopy(json, 0, line, head.length, json.length);
        line[line.length - 1] = '}';
        return line;
    }
}
