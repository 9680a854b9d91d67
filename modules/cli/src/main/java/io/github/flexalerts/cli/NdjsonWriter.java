package io.github.flexalerts.cli;

/** One JSON object a line. */
final class NdjsonWriter implements ItemWriter<Object> {
    private final DataOut out;

    NdjsonWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Object item) {
        out.write(Items.json(item));
        out.print("\n");
    }
}
