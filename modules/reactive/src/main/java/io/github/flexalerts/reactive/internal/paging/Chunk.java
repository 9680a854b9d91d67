package io.github.flexalerts.reactive.internal.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived of a page at once. A failure travels as a chunk too, so that it keeps its place behind the items before it.
 *
 * @param page the page that it is of
 * @param items the items, empty at the end of a page that is not the last
 * @param failure why nothing follows, null if it does
 * @param <T> the type of the items
 */
record Chunk<T>(OpenPage<T> page, List<T> items, @Nullable Throwable failure) {}
