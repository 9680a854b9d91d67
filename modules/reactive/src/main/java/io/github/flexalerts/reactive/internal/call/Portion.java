package io.github.flexalerts.reactive.internal.call;

import java.util.List;

/**
 * What was read of a page at once.
 *
 * @param items the items to pass on; none if all that was read were passed on before
 * @param end how many items of the page were read by then
 * @param <T> the type of the items
 */
public record Portion<T>(List<T> items, int end) {}
