package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of the API. Implementations are safe for use by many threads and never block.
 *
 * <p>What a codec must hold to: a {@link RuleSpec} is written with the documented members that it has and no other; a
 * {@link Rule} is written with all sixteen and with what was left unread; reading keeps what it does not know. Every other
 * type of core is read and written as its annotations say.
 */
public interface JsonCodec {

    /**
     * Returns the codec of this library.
     *
     * @return the one built on Jackson 3
     */
    static JsonCodec standard() {
        return JacksonJsonCodec.INSTANCE;
    }

    /**
     * Writes a value as JSON in UTF-8.
     *
     * @param value a type of core, or a map, list, text, number, boolean or null
     * @return the JSON, on one line
     */
    byte[] write(@Nullable Object value);

    /**
     * Reads a value.
     *
     * @param json JSON in UTF-8
     * @param type a type of core, or {@code Map} for an object of any shape
     * @return the value
     * @param <T> the type
     * @throws CodecException if it is no JSON or not of that shape
     */
    <T> T read(byte[] json, Class<T> type);

    /**
     * Returns a reader of one page of a listing.
     *
     * @param key the name of the member that holds the items, as in {@code rules}
     * @param itemType the type of the items
     * @param maxItemBytes how large an item may be, and so how much is held at once
     * @param maxBodyBytes how large the page may be
     * @return a reader for one page
     * @param <T> the type of the items
     */
    <T> PageReader<T> pageReader(String key, Class<T> itemType, int maxItemBytes, long maxBodyBytes);
}
