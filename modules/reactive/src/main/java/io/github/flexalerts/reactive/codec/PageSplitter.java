package io.github.flexalerts.reactive.codec;

import java.nio.charset.StandardCharsets;

/**
 * Splits a page, while its bytes arrive, into the items of its array and the envelope around them. It knows strings and
 * brackets and nothing else of JSON: whether the parts are JSON is the parser's to say. Between items it puts a space where
 * the comma was, so that whole items can be parsed as a sequence.
 */
final class PageSplitter {
    private static final int ITEM_LEVEL = 2;

    private final byte[] key;
    private final int maxItemBytes;
    private final ByteRun items = new ByteRun(16 * 1024);
    private final ByteRun envelope = new ByteRun(1024);
    private int level;
    private int whole;
    private int commas;
    private boolean inText;
    private boolean escaped;
    private boolean inItems;

    PageSplitter(String key, int maxItemBytes) {
        this.key = ('"' + key + '"').getBytes(StandardCharsets.UTF_8);
        this.maxItemBytes = maxItemBytes;
    }

    /** The bytes of items; of these, {@link #whole()} belong to items that have ended. */
    ByteRun items() {
        return items;
    }

    int whole() {
        return whole;
    }

    /** Forgets the items that have ended. */
    void consumeWhole() {
        items.consume(whole);
        whole = 0;
    }

    /** The page without its items. */
    ByteRun envelope() {
        return envelope;
    }

    boolean inItems() {
        return inItems;
    }

    int commas() {
        return commas;
    }

    boolean ended() {
        return level == 0 && !inText && envelope.size() > 0;
    }

    /** Takes the next bytes, which it may change. */
    void split(byte[] bytes, int length) {
        int start = 0;
        for (int i = inText ? skipText(bytes, 0, length) : 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '"') {
                inText = true;
                i = skipText(bytes, i + 1, length) - 1;
            } else if (b == '{' || b == '[') {
                level++;
                if (b == '[' && level == ITEM_LEVEL && !inItems) {
                    envelope.append(bytes, start, i);
                    inItems = envelopeEndsWithKey();
                    envelope.append(bytes, i, i + 1);
                    start = i + 1;
                }
            } else if (b == '}' || b == ']') {
                level--;
                if (inItems) {
                    start = close(bytes, start, i);
                }
            } else if (b == ',' && inItems && level == ITEM_LEVEL) {
                bytes[i] = ' ';
                commas++;
                end(items.size() + i + 1 - start);
            }
        }
        (inItems ? items : envelope).append(bytes, start, length);
        check(items.size() - whole, "an item");
        check(envelope.size(), "the envelope of a page");
    }

    /** Most bytes of a page stand in texts; returns where the text ends, or the length if it goes on. */
    private int skipText(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i++) {
            byte b = bytes[i];
            if (escaped) {
                escaped = false;
            } else if (b == '\\') {
                escaped = true;
            } else if (b == '"') {
                inText = false;
                return i + 1;
            }
        }
        return length;
    }

    private boolean envelopeEndsWithKey() {
        byte[] bytes = envelope.array();
        int end = envelope.size();
        while (end > 0 && (bytes[end - 1] <= ' ' || bytes[end - 1] == ':')) {
            end--;
        }
        return envelope.endsWith(key, end);
    }

    /** Ends an item, or the array; returns where the bytes begin that are not yet appended. */
    private int close(byte[] bytes, int start, int at) {
        if (level == ITEM_LEVEL) {
            end(items.size() + at + 1 - start);
            return start;
        }
        if (level < ITEM_LEVEL) {
            items.append(bytes, start, at);
            end(items.size());
            inItems = false;
            return at;
        }
        return start;
    }

    private void end(int position) {
        check(position - whole, "an item");
        whole = position;
    }

    private void check(int size, String what) {
        if (size > maxItemBytes) {
            throw new CodecException(what + " is larger than " + maxItemBytes + " bytes (maxRuleBytes)");
        }
    }
}
