package io.github.flexalerts.cli;

/** An indented JSON object. */
final class JsonObjectWriter implements ItemWriter<Object> {
    private final DataOut out;

    JsonObjectWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        out.write(JsonText.indented(Items.json(item)));
        out.print("\n");
    }
}
