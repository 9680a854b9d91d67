package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item, a line for each of its members under the API's names; a line for each element of a list. */
final class CardWriter implements ItemWriter<Object> {
    private static final int NAMES = 18;
    private static final int LEAST = 34;

    private final DataOut out;
    private final int columns;

    CardWriter(DataOut out, int columns) {
        this.out = out;
        this.columns = Math.max(LEAST, columns - NAMES - TableLayout.GAP);
    }

    @Override
    public void write(Object item) {
        JsonItems.members(item).forEach((name, value) -> member(String.valueOf(name), value));
    }

    private void member(String name, @Nullable Object value) {
        if (value instanceof List<?> elements && !elements.isEmpty()) {
            line(name, elements.get(0));
            elements.subList(1, elements.size()).forEach(element -> line("", element));
        } else {
            line(name, value);
        }
    }

    /** A value that is too long continues on the next line; it is never cut. */
    private void line(String name, @Nullable Object value) {
        String label = Text.printable(name);
        String rest = text(value);
        do {
            String piece = Text.head(rest, columns);
            out.println(Text.column(label, Math.max(NAMES, Text.width(label))) + "  " + piece);
            rest = rest.substring(piece.length());
            label = "";
        } while (!rest.isEmpty());
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        String text = value instanceof String
                ? value.toString()
                : new String(JsonCodec.standard().write(value), StandardCharsets.UTF_8);
        return Text.printable(text);
    }
}
