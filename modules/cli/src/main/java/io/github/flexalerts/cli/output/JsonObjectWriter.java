package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.JsonText;

/** An indented JSON object. */
final class JsonObjectWriter implements ItemWriter<Object> {
    private final DataOut out;

    JsonObjectWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        out.write(JsonText.indented(JsonItems.json(item)));
        out.print("\n");
    }
}
