package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.PageMeta;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the envelope of a page, {@code {meta, rules}}, in any order of its members and in any chunks. A page without
 * {@code meta} is the last one; a page without its items is an error. If {@code meta} comes first, its {@code key} may give
 * the items another name, as is Twilio's convention.
 *
 * <p>With each chunk the reading begins behind the last item that was whole, as if no item had been before it, and is stopped
 * where the bytes end. Items are read plainly as long as they are plain; everything else is a parser's. See decision 7.
 */
final class JacksonPageReader<T> implements PageReader<T> {
    private final String key;
    private final Function<InputStream, JsonParser> parsers;
    private final Function<PlainJson, T> plainItem;
    private final Function<JsonParser, T> item;
    private final int maxItemBytes;
    private final long maxBodyBytes;
    private final Arrivals arrivals = new Arrivals();
    private final PlainJson plain = new PlainJson();
    private long bodyBytes;
    private Place place = Place.START;
    private long measuredFrom;
    private @Nullable String itemsMember;
    private @Nullable PageMeta meta;
    private @Nullable CodecException failure;

    JacksonPageReader(
            String key,
            Function<InputStream, JsonParser> parsers,
            Function<PlainJson, T> plainItem,
            Function<JsonParser, T> item,
            int maxItemBytes,
            long maxBodyBytes) {
        this.key = key;
        this.parsers = parsers;
        this.plainItem = plainItem;
        this.item = item;
        this.maxItemBytes = maxItemBytes;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public List<T> read(ByteBuffer bytes, Consumer<? super PageMeta> metaListener) {
        bodyBytes += bytes.remaining();
        if (bodyBytes > maxBodyBytes) {
            throw new CodecException("the body is larger than " + maxBodyBytes + " bytes (maxBodyBytes)");
        }
        List<T> items = arrivals.append(bytes) ? readOn(metaListener) : List.of();
        return failure == null ? limited(items) : items;
    }

    /** What is not whole yet must not be too large either. Items before it were read, and come first. */
    private List<T> limited(List<T> items) {
        try {
            check(bodyBytes - measuredFrom);
        } catch (CodecException tooLarge) {
            if (items.isEmpty()) {
                throw tooLarge;
            }
            failure = tooLarge;
        }
        return items;
    }

    @Override
    public PageMeta finish() {
        arrivals.complete();
        readOn(known -> {});
        if (itemsMember == null) {
            throw new CodecException(
                    "the page has no member " + key + (isNamed(key) ? "" : ", nor the member that meta.key names"));
        }
        return meta == null ? PageMeta.NONE : meta;
    }

    /** Reads what has arrived. A failure waits until the items before it were passed on. */
    private List<T> readOn(Consumer<? super PageMeta> metaListener) {
        if (failure != null) {
            throw failure;
        }
        List<T> items = new ArrayList<>();
        try {
            boolean itemsBegin;
            do {
                plainItems(items);
                itemsBegin = parse(items, metaListener);
            } while (itemsBegin);
        } catch (RunDry dry) {
            // The next chunk is read from the last item on.
        } catch (CodecException e) {
            failure = e;
        } catch (JacksonException | NumberFormatException e) {
            failure = JacksonJsonCodec.unreadable(e, arrivals.inPage(arrivals.index(0)), arrivals::rest);
        }
        if (failure != null && items.isEmpty()) {
            throw failure;
        }
        return items;
    }

    /**
     * Reads items as long as they are plain. The rest of what has arrived, if there is any, is a parser's; at the end of the
     * page all that is left is, for it says what is missing.
     */
    private void plainItems(List<T> items) {
        if (place == Place.START || arrivals.isComplete()) {
            return;
        }
        arrivals.begin(plain);
        try {
            while (true) {
                if (place == Place.NEXT_ITEM) {
                    plain.expect(',');
                }
                T read = plainItem.apply(plain);
                settle(plain.position(), Place.NEXT_ITEM);
                items.add(read);
            }
        } catch (NotPlain odd) {
            // The parser begins behind the last item that was plain.
        }
    }

    /** Tells whether the items begin where the parser stopped. Otherwise it has read all that there is of the page. */
    private boolean parse(List<T> items, Consumer<? super PageMeta> metaListener) {
        try (JsonParser parser = parsers.apply(arrivals.after(place.shortest))) {
            return page(parser, items, metaListener);
        }
    }

    private boolean page(JsonParser parser, List<T> items, Consumer<? super PageMeta> metaListener) {
        if (place == Place.START) {
            begin(parser.nextToken());
            meta = null; // meta of an earlier chunk is read again at its position
        } else {
            place.pass(parser);
            items(parser, items);
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (member(name, parser.nextToken(), parser, metaListener)) {
                return true;
            }
        }
        if (parser.nextToken() != null) {
            throw new CodecException("there is more after the end of the JSON");
        }
        return false;
    }

    private static void begin(@Nullable JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw new CodecException(token == null ? "the JSON ends early" : "a page must be an object");
        }
    }

    /** Tells whether the items begin. */
    private boolean member(String name, JsonToken token, JsonParser parser, Consumer<? super PageMeta> metaListener) {
        if (name.equals(key) || (meta != null && name.equals(meta.key()) && !name.equals("meta"))) {
            if (itemsMember != null && !itemsMember.equals(name)) {
                throw new CodecException("the page has two lists: one as " + key + ", one as meta.key names it");
            }
            itemsMember = name;
            if (token == JsonToken.START_ARRAY) {
                settle(index(parser), Place.FIRST_ITEM);
                return true;
            }
            if (token != JsonToken.VALUE_NULL) {
                throw new CodecException(key + " must be an array");
            }
        } else if (name.equals("meta")) {
            meta = PageMetaDecoder.decode(parser);
            metaListener.accept(meta);
        } else {
            parser.skipChildren();
        }
        return false;
    }

    /** Whether {@code meta} names this member as the one with the items; true if it names none. */
    private boolean isNamed(String name) {
        return meta == null || meta.key() == null || name.equals(meta.key());
    }

    private void items(JsonParser parser, List<T> items) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new CodecException(key + " must contain only objects");
            }
            T read = item.apply(parser);
            settle(index(parser), Place.NEXT_ITEM);
            items.add(read);
        }
    }

    /** Lets the next reading begin at this byte. */
    private void settle(int index, Place here) {
        long inPage = arrivals.inPage(index);
        check(inPage - measuredFrom);
        measuredFrom = inPage;
        place = here;
        arrivals.readUpTo(index);
    }

    private int index(JsonParser parser) {
        long position = parser.currentLocation().getByteOffset();
        if (position < 0) {
            throw new CodecException("the JSON is not UTF-8");
        }
        return arrivals.index(position);
    }

    private void check(long length) {
        if (length > maxItemBytes) {
            throw new CodecException(
                    "an item, or the page around the items, is larger than " + maxItemBytes + " bytes (maxRuleBytes)");
        }
    }

    /** Where a parser begins, and the shortest text that leads there. */
    private static final class Place {
        private static final Place START = new Place("", 0);
        private static final Place FIRST_ITEM = new Place("{\"\":[", 3);
        private static final Place NEXT_ITEM = new Place("{\"\":[{}", 5);

        private final byte[] shortest;
        private final int tokens;

        private Place(String shortest, int tokens) {
            this.shortest = shortest.getBytes(StandardCharsets.US_ASCII);
            this.tokens = tokens;
        }

        void pass(JsonParser parser) {
            for (int i = 0; i < tokens; i++) {
                parser.nextToken();
            }
        }
    }
}
