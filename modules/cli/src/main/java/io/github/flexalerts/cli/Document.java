package io.github.flexalerts.cli;

import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that stands alone in a file, as JSON or as YAML: what begins with a brace is JSON.
 *
 * @param name what messages call the file
 * @param members what it holds
 */
record Document(String name, Map<?, ?> members) {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads a file, or stdin for {@code -}. */
    static Document read(String file, InputStream stdin) {
        String name = file.equals("-") ? "stdin" : "'" + file + "'";
        byte[] bytes = bytes(file, name, stdin);
        try {
            Map<?, ?> members = JsonCodec.standard().read(json(name, bytes), Map.class);
            return new Document(name, members);
        } catch (CodecException e) {
            throw new InputException(name + " is no object that can be read: " + e.getMessage());
        }
    }

    /** Tells whether a member is written out, be it null. */
    boolean has(String key) {
        return members.containsKey(key);
    }

    /** Returns an object within this one, null if there is none. */
    @Nullable
    Document member(String key) {
        Object value = members.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> object) {
            return new Document(name + " " + key, object);
        }
        throw new InputException(name + ": " + key + " must be an object");
    }

    /** Returns this as JSON. */
    byte[] json() {
        return JsonCodec.standard().write(members);
    }

    private static byte[] bytes(String file, String name, InputStream stdin) {
        try {
            if (file.equals("-")) {
                return bytes(name, stdin);
            }
            try (InputStream in = RuleSource.openFile(file)) {
                return bytes(name, in);
            }
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }

    private static byte[] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputException(name + " is larger than 1 MiB");
        }
        return bytes;
    }

    private static byte[] json(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String begin = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        if (begin.startsWith("{")) {
            return begin.getBytes(StandardCharsets.UTF_8);
        }
        List<YamlText.Piece> pieces = YamlText.read(name, new ByteArrayInputStream(bytes));
        if (pieces.size() != 1) {
            throw new InputException(name + (pieces.isEmpty() ? " holds nothing" : " holds more than one document"));
        }
        return pieces.get(0).json();
    }
}
