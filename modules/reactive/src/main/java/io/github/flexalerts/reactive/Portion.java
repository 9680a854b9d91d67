package io.github.flexalerts.reactive;

import java.util.List;

/**
 * What was read of a page at once.
 *
 * @param items the items to pass on
 * @param skipped items before them that an earlier listing passed on
 * @param end how many items of the page were read by then
 * @param <T> the type of the items
 */
record Portion<T>(List<T> items, List<T> skipped, int end) {}
