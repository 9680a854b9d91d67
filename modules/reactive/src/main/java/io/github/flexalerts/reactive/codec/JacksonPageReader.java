package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.PageMeta;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the envelope of a page, {@code {meta, rules}}, in any order of its members and in any chunks. A page without
 * {@code meta} is the last one; a page without its items is none.
 */
final class JacksonPageReader<T> implements PageReader<T> {
    private static final byte[] CLOSING = {']', '}'};

    private final String key;
    private final ObjectReader itemReader;
    private final Function<JsonParser, T> item;
    private final ObjectReader envelopeReader;
    private final PageSplitter splitter;
    private final long maxBodyBytes;
    private long bodyBytes;
    private @Nullable JsonParser parser;
    private @Nullable PageMeta early;

    JacksonPageReader(
            String key,
            ObjectReader itemReader,
            Function<JsonParser, T> item,
            ObjectReader envelopeReader,
            int maxItemBytes,
            long maxBodyBytes) {
        this.key = key;
        this.itemReader = itemReader;
        this.item = item;
        this.envelopeReader = envelopeReader;
        this.splitter = new PageSplitter(key, maxItemBytes);
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public List<T> read(ByteBuffer bytes) {
        bodyBytes += bytes.remaining();
        if (bodyBytes > maxBodyBytes) {
            throw new CodecException("the body is larger than " + maxBodyBytes + " bytes (maxBodyBytes)");
        }
        boolean began = splitter.inItems();
        splitter.append(bytes);
        if (!began && splitter.inItems()) {
            early = metaSoFar();
        }
        int whole = splitter.takeWholeItems();
        return whole == 0 ? List.of() : JacksonJsonCodec.guarded(() -> items(whole));
    }

    @Override
    public @Nullable PageMeta meta() {
        return early;
    }

    @Override
    public PageMeta finish() {
        if (!splitter.ended()) {
            throw new CodecException("the page ends early");
        }
        if (parser != null) {
            parser.close(); // gives its buffers to the next one
        }
        Map<?, ?> envelope = envelope(splitter.envelope());
        if (!envelope.containsKey(key)) {
            throw new CodecException("the page has no member " + key);
        }
        if (envelope.get(key) != null && !List.of().equals(envelope.get(key))) {
            throw new CodecException(key + " must be an array");
        }
        return meta(envelope.get("meta"));
    }

    /** One parser reads all items of the page: to make one costs as much as to read a rule. */
    private List<T> items(int count) {
        if (parser == null) {
            parser = itemReader.createParser(splitter);
        }
        List<T> read = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parser.nextToken();
            read.add(item.apply(parser));
        }
        return read;
    }

    /** The envelope ends in the bracket of the items here; closed, it is whole. */
    private @Nullable PageMeta metaSoFar() {
        Map<?, ?> envelope = envelope(splitter.envelope().plus(CLOSING));
        return envelope.containsKey("meta") ? meta(envelope.get("meta")) : null;
    }

    private Map<?, ?> envelope(ByteRun bytes) {
        Object envelope = JacksonJsonCodec.guarded(() -> envelopeReader.readValue(bytes.array(), 0, bytes.size()));
        if (envelope instanceof Map<?, ?> members) {
            return members;
        }
        throw new CodecException("a page must be an object");
    }

    private static PageMeta meta(@Nullable Object raw) {
        if (raw == null) {
            return PageMeta.NONE;
        }
        if (!(raw instanceof Map<?, ?> members)) {
            throw new CodecException("meta must be an object or null"); // to read past it would lose the link
        }
        Object next = members.get("next_page_url");
        if (next != null && !(next instanceof String)) {
            throw new CodecException("next_page_url must be text or null"); // to take it for the end would lose rules
        }
        return new PageMeta(
                text(members.get("key")),
                number(members.get("page")),
                number(members.get("page_size")),
                text(members.get("url")),
                text(members.get("first_page_url")),
                text(members.get("previous_page_url")),
                (String) next);
    }

    private static @Nullable String text(@Nullable Object raw) {
        return raw instanceof String text ? text : null;
    }

    private static @Nullable Integer number(@Nullable Object raw) {
        return raw instanceof Integer number ? number : null;
    }
}
