package io.github.flexalerts.reactive.codec;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a page, while its bytes arrive, into the items of its array and the envelope around them. It knows strings,
 * brackets and commas and nothing else of JSON: whether the parts are JSON is the parser's to say. It is the stream that the
 * parser reads the items from: blanks stand where the envelope and the commas were, and it never ends within an item.
 */
final class PageSplitter extends InputStream {
    private static final int ITEM_LEVEL = 2;
    private static final byte BLANK = ' ';
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private final String key;
    private final byte[] quotedKey;
    private final int maxItemBytes;
    private final ByteRun envelope = new ByteRun(1024);
    private byte[] bytes = {};
    private int taken;
    private int whole;
    private int size;
    private int wholeItems;
    private int envelopeFrom;
    private int level;
    private boolean inText;
    private boolean escaped;
    private boolean inItems;
    private boolean separated;
    private boolean anyItem;

    PageSplitter(String key, int maxItemBytes) {
        this.key = key;
        this.quotedKey = ('"' + key + '"').getBytes(StandardCharsets.UTF_8);
        this.maxItemBytes = maxItemBytes;
    }

    /** The page without its items. */
    ByteRun envelope() {
        return envelope;
    }

    boolean inItems() {
        return inItems;
    }

    boolean ended() {
        return level == 0 && !inText && envelope.size() > 0;
    }

    /** Returns how many items have ended since this was asked last; so many can be read. */
    int takeWholeItems() {
        int items = wholeItems;
        wholeItems = 0;
        return items;
    }

    /** Takes the next bytes. */
    void append(ByteBuffer more) {
        makeRoom(more.remaining());
        int from = size;
        size += more.remaining();
        more.get(bytes, from, size - from);
        envelopeFrom = from;
        split(from);
        if (!inItems) {
            endEnvelope(size);
        }
        check(size - whole, "an item");
        check(envelope.size(), "the envelope of a page");
    }

    @Override
    public int read() {
        return taken < whole ? bytes[taken++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (taken == whole) {
            return -1;
        }
        int count = Math.min(length, whole - taken);
        System.arraycopy(bytes, taken, target, offset, count);
        taken += count;
        return count;
    }

    private void makeRoom(int more) {
        System.arraycopy(bytes, taken, bytes, 0, size - taken);
        size -= taken;
        whole -= taken;
        taken = 0;
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    private void split(int from) {
        int i = from;
        while (i < size) {
            if (inText) {
                i = skipText(i);
                continue;
            }
            switch (bytes[i]) {
                case '"' -> inText = true;
                case '{', '[' -> open(i);
                case '}', ']' -> close(i);
                case ',' -> separate(i);
                default -> {}
            }
            if (inItems && level == ITEM_LEVEL && !isBetweenItems(bytes[i])) {
                throw new CodecException(key + " must hold objects and nothing else");
            }
            i++;
        }
    }

    /** Most bytes of a page stand in texts; returns where the text ends, or the size if it goes on. */
    private int skipText(int from) {
        byte[] array = bytes;
        int end = size;
        int i = escaped ? from + 1 : from;
        while (i < end) {
            if (i + Long.BYTES <= end && isPlain((long) LONGS.get(array, i))) {
                i += Long.BYTES;
                continue;
            }
            byte b = array[i];
            if (b == '"') {
                inText = false;
                escaped = false;
                return i + 1;
            }
            i += b == '\\' ? 2 : 1;
        }
        escaped = i > end;
        return end;
    }

    /** Tells whether none of eight bytes is a quote or a backslash: a zero byte borrows from its highest bit. */
    private static boolean isPlain(long eight) {
        long quotes = eight ^ QUOTES;
        long backslashes = eight ^ BACKSLASHES;
        long found = ((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes);
        return (found & HIGHEST_BITS) == 0;
    }

    private void open(int at) {
        level++;
        if (inItems) {
            if (level == ITEM_LEVEL + 1) {
                require(separated);
                separated = false;
            }
        } else if (level == ITEM_LEVEL && bytes[at] == '[') {
            openItems(at);
        }
    }

    private void openItems(int at) {
        envelope.append(bytes, envelopeFrom, at);
        inItems = envelope.endsWithName(quotedKey);
        envelope.append(bytes, at, at + 1);
        Arrays.fill(bytes, envelopeFrom, at + 1, BLANK);
        envelopeFrom = at + 1;
        separated = true;
        anyItem = false;
        whole = inItems ? at + 1 : whole;
    }

    private void close(int at) {
        level--;
        if (inItems && level == ITEM_LEVEL) {
            check(at + 1 - whole, "an item");
            whole = at + 1;
            wholeItems++;
            anyItem = true;
        } else if (inItems && level < ITEM_LEVEL) {
            require(!(separated && anyItem));
            inItems = false;
            envelopeFrom = at;
        }
    }

    private void separate(int at) {
        if (inItems && level == ITEM_LEVEL) {
            require(!separated);
            separated = true;
            bytes[at] = BLANK;
        }
    }

    private void endEnvelope(int end) {
        envelope.append(bytes, envelopeFrom, end);
        Arrays.fill(bytes, envelopeFrom, end, BLANK);
        whole = end;
    }

    private static boolean isBetweenItems(byte b) {
        return b == BLANK || b == '\n' || b == '\r' || b == '\t' || b == '[' || b == '}' || b == ']';
    }

    private void require(boolean separatedAsItShould) {
        if (!separatedAsItShould) {
            throw new CodecException("not valid JSON between the items of " + key);
        }
    }

    private void check(int length, String what) {
        if (length > maxItemBytes) {
            throw new CodecException(what + " is larger than " + maxItemBytes + " bytes (maxRuleBytes)");
        }
    }
}
