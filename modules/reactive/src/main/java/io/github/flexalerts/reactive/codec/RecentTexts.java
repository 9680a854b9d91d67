package io.github.flexalerts.reactive.codec;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts that came lately in the fields whose values repeat, so that what rule after rule says, as the SID of the account or
 * a metric, is one object. A text has one place in a small table, and the next one that falls there takes it over. Of one
 * page, so of one thread at a time.
 */
final class RecentTexts {
    private static final int PLACES_FOR_A_PAGE = 512;

    /** What is longer hardly repeats, and a page of such texts would be held twice. */
    private static final int MOST_BYTES = 128;

    private static final byte[] NOTHING = {};

    private final @Nullable Entry[] entries;

    private RecentTexts(int places) {
        this.entries = new Entry[places];
    }

    static RecentTexts ofPage() {
        return new RecentTexts(PLACES_FOR_A_PAGE);
    }

    /** A single rule says next to nothing twice, so nothing is kept. */
    static RecentTexts ofRule() {
        return new RecentTexts(0);
    }

    /** Reads the next text. */
    String read(PlainJson json) {
        return entry(json).text;
    }

    /** Reads what is made of the next text. */
    <T> T read(PlainJson json, Class<T> type, Function<String, T> make) {
        Entry entry = entry(json);
        Object value = entry.value;
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        T made = make.apply(entry.text);
        entry.value = made;
        return made;
    }

    private Entry entry(PlainJson json) {
        json.skipText();
        int start = json.textStart();
        int end = json.textEnd();
        if (end - start > MOST_BYTES || entries.length == 0) {
            return new Entry(NOTHING, json.passed());
        }
        byte[] bytes = json.bytes();
        int place = place(bytes, start, end);
        Entry recent = entries[place];
        if (recent != null && recent.is(bytes, start, end)) {
            return recent;
        }
        Entry entry = new Entry(Arrays.copyOfRange(bytes, start, end), json.passed());
        entries[place] = entry;
        return entry;
    }

    /** SIDs differ at their end and metrics in their middle, so a few bytes tell most texts apart. */
    private int place(byte[] bytes, int start, int end) {
        int length = end - start;
        int hash = length;
        if (length > 4) {
            hash = 31 * hash + bytes[start];
            hash = 31 * hash + bytes[start + length / 2];
            hash = 31 * hash + bytes[end - 3];
            hash = 31 * hash + bytes[end - 2];
            hash = 31 * hash + bytes[end - 1];
        }
        return (hash ^ (hash >>> 7)) & (entries.length - 1);
    }

    /** A text, as it stood and as it is wanted, and what was made of it last. */
    private static final class Entry {
        private final byte[] bytes;
        private final String text;
        private @Nullable Object value;

        Entry(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }

        boolean is(byte[] others, int start, int end) {
            return Arrays.equals(bytes, 0, bytes.length, others, start, end);
        }
    }
}
