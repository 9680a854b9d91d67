package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.JsonItems;

/** A JSON array with a line for each item. */
final class JsonArrayWriter implements ItemWriter<Object> {
    private final DataOut out;
    private boolean begun;

    JsonArrayWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        out.print(begun ? ",\n" : "[\n");
        begun = true;
        out.write(JsonItems.json(item));
    }

    @Override
    public void end() {
        out.print(begun ? "\n]\n" : "[]\n");
    }
}
