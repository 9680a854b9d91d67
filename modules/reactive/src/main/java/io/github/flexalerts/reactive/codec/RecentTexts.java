package io.github.flexalerts.reactive.codec;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Texts that came lately in the fields whose values repeat, so that what rule after rule says, as the SID of the account or
 * a metric, is one object. A text has one place in a small table, and the next one that falls there takes it over. Of one
 * page, so of one thread at a time.
 */
final class RecentTexts {
    private static final int PLACES_FOR_A_PAGE = 512;

    private final @Nullable Entry[] entries;
    private @Nullable Duration duration;
    private long durationMillis;

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

    /** Returns the text at the parser's current token. */
    String read(JsonParser parser) {
        return entries.length == 0 ? parser.getString() : entry(parser).text;
    }

    /** Returns what is made of the text at the parser's current token. */
    <T> T read(JsonParser parser, Class<T> type, Function<String, T> make) {
        if (entries.length == 0) {
            return make.apply(parser.getString());
        }
        Entry entry = entry(parser);
        Object value = entry.value;
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        T made = make.apply(entry.text);
        entry.value = made;
        return made;
    }

    /** Returns a duration in ms, the last one if it is the same. */
    Duration duration(long millis) {
        if (duration == null || millis != durationMillis) {
            duration = Duration.ofMillis(millis);
            durationMillis = millis;
        }
        return duration;
    }

    private Entry entry(JsonParser parser) {
        char[] characters = parser.getStringCharacters();
        int start = parser.getStringOffset();
        int end = start + parser.getStringLength();
        int place = place(characters, start, end);
        Entry recent = entries[place];
        if (recent != null && recent.is(characters, start, end)) {
            return recent;
        }
        Entry entry = new Entry(Arrays.copyOfRange(characters, start, end));
        entries[place] = entry;
        return entry;
    }

    /** SIDs differ at their end and metrics in their middle, so a few characters tell most texts apart. */
    private int place(char[] characters, int start, int end) {
        int length = end - start;
        int hash = length;
        if (length > 4) {
            hash = 31 * hash + characters[start];
            hash = 31 * hash + characters[start + length / 2];
            hash = 31 * hash + characters[end - 3];
            hash = 31 * hash + characters[end - 2];
            hash = 31 * hash + characters[end - 1];
        }
        return (hash ^ (hash >>> 7)) & (entries.length - 1);
    }

    /** A text, as the parser has it and as it is wanted, and what was made of it last. */
    private static final class Entry {
        private final char[] characters;
        private final String text;
        private @Nullable Object value;

        Entry(char[] characters) {
            this.characters = characters;
            this.text = new String(characters);
        }

        boolean is(char[] others, int start, int end) {
            return Arrays.equals(characters, 0, characters.length, others, start, end);
        }
    }
}
