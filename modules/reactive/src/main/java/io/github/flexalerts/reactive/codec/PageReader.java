package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.page.PageMeta;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one page of a listing while its bytes arrive. Of one subscription, so of one thread at a time; holds no more than
 * one unfinished item.
 *
 * @param <T> the type of the items
 */
public interface PageReader<T> {

    /**
     * Reads the next bytes of the page.
     *
     * @param bytes the bytes, of any number; consumed, and not kept after the call
     * @param metaListener receives what the service says of the page as soon as it is read, before the items behind it; possibly
     *     more than once
     * @return the items that are whole by now, possibly none; those before a failure come first, and it with the next call
     * @throws CodecException if it is no JSON, not a page, or larger than a limit
     */
    List<T> read(ByteBuffer bytes, Consumer<? super PageMeta> metaListener);

    /**
     * Ends the page. All its items were returned before.
     *
     * @return what the service says of the page; {@link PageMeta#NONE} if it says nothing
     * @throws CodecException if the page is not whole
     */
    PageMeta finish();
}
