package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.JsonText;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that contains one object, as JSON or as YAML: text that begins with a brace is JSON, unless the file's name says
 * that it is YAML. Both are read by the letter: no member twice, and no byte that is not UTF-8.
 *
 * @param name what messages call the file
 * @param members what it holds
 */
public record Document(String name, Map<?, ?> members) {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads a file, or stdin for {@code -}. */
    public static Document read(String file, InputStream stdin) {
        return read(file, stdin, MOST_BYTES);
    }

    /** Reads a file of at most so many bytes, or stdin for {@code -}. */
    public static Document read(String file, InputStream stdin, int mostBytes) {
        String name = file.equals("-") ? "stdin" : "'" + file + "'";
        String text = text(name, bytes(file, name, stdin, mostBytes));
        String begin = text.strip();
        Object value = begin.startsWith("{") && !YamlText.isYaml(file)
                ? JsonText.strictly(name, begin)
                : YamlText.only(name, text);
        if (value instanceof Map<?, ?> members) {
            return new Document(name, members);
        }
        throw new InputException(name + " is not an object");
    }

    /** Tells whether a member is written out, be it null. */
    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** Returns an object within this one, null if there is none. */
    @Nullable
    public Document member(String key) {
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
    public byte[] json() {
        return JsonCodec.standard().write(members);
    }

    private static byte[] bytes(String file, String name, InputStream stdin, int most) {
        try {
            if (file.equals("-")) {
                return bytes(name, stdin, most);
            }
            try (InputStream in = RuleSource.openFile(file)) {
                return bytes(name, in, most);
            }
        } catch (IOException e) {
            throw new InputException("cannot read " + name);
        }
    }

    private static byte[] bytes(String name, InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new InputException(name + " is larger than " + (most >> 20) + " MiB");
        }
        return bytes;
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(name + " is not in UTF-8");
        }
    }
}
