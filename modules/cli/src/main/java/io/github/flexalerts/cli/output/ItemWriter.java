package io.github.flexalerts.cli.output;

/**
 * Writes rules, or other items, to stdout, each as it comes. Nothing but an end makes the output whole, so that a torn one
 * shows.
 *
 * @param <T> the type of the items
 */
public interface ItemWriter<T> {

    /** Writes an item. */
    void write(T item);

    /** Writes the end of the output. */
    default void end() {}
}
