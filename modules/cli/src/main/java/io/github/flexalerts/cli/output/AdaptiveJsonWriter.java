package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import org.jspecify.annotations.Nullable;

/** One JSON document for as many items as the input turns out to hold: an object for one, an array for more. */
public final class AdaptiveJsonWriter implements ItemWriter<Object> {
    private final DataOut out;
    private @Nullable ItemWriter<Object> array;
    private @Nullable Object first;

    public AdaptiveJsonWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        if (array == null && first == null) {
            first = item;
        } else {
            many().write(item);
        }
    }

    /** Settles that it is an array. */
    public ItemWriter<Object> many() {
        if (array == null) {
            array = new JsonArrayWriter(out);
            if (first != null) {
                array.write(first);
                first = null;
            }
        }
        return array;
    }

    @Override
    public void end() {
        if (array != null) {
            array.end();
        } else if (first != null) {
            new JsonObjectWriter(out).write(first);
        }
    }
}
