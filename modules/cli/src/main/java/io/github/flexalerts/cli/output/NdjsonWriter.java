package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.JsonItems;

/** One JSON object a line. */
final class NdjsonWriter implements ItemWriter<Object> {
    private final DataOut out;

    NdjsonWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        out.write(JsonItems.json(item));
        out.print("\n");
    }
}
