package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.rule.Rule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pages for the tests, read whole or in chunks. */
final class Pages {
    private static final int MAX_ITEM = 256 * 1024;
    private static final int MAX_BODY = 32 * 1024 * 1024;

    private Pages() {}

    static Page<Rule> read(byte[] json) {
        return read(json, "rules", Math.max(1, json.length));
    }

    static Page<Rule> read(byte[] json, String key, int chunk) {
        PageReader<Rule> reader = JsonCodec.standard().pageReader(key, Rule.class, MAX_ITEM, MAX_BODY);
        List<Rule> items = items(reader, json, chunk);
        return new Page<>(items, reader.finish());
    }

    /** Reads bytes of which it does not matter what they tell of the page. */
    static <T> List<T> read(PageReader<T> reader, byte[] json) {
        return reader.read(ByteBuffer.wrap(json), told -> {});
    }

    static <T> List<T> items(PageReader<T> reader, byte[] json, int chunk) {
        List<T> items = new ArrayList<>();
        for (int from = 0; from < json.length; from += chunk) {
            items.addAll(read(reader, Arrays.copyOfRange(json, from, Math.min(from + chunk, json.length))));
        }
        return items;
    }
}
