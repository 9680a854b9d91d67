package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.Colours;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.Terminal;
import io.github.flexalerts.cli.io.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line for each item, in columns whose widths are known before the first item has come. */
final class ColumnsWriter<T> implements ItemWriter<T> {
    private static final String GAP = " ".repeat(TableLayout.GAP);

    private final DataOut out;
    private final List<Column<T>> columns;
    private final int[] widths;
    private final boolean unlimited;
    private final boolean coloured;
    private boolean begun;

    ColumnsWriter(Console console, List<Column<T>> columns) {
        int window = console.terminal().columns();
        this.out = console.out();
        this.columns = List.copyOf(columns);
        this.widths = TableLayout.widths(columns, window);
        this.unlimited = window == Terminal.UNLIMITED;
        this.coloured = console.terminal().hasColours();
    }

    @Override
    public void write(T item) {
        begin();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                Column<T> column = columns.get(i);
                String text = fit(text(column.cell().of(item, widths[i])), i);
                add(line, coloured ? column.colour().apply(text) : text, Text.width(text), i);
            }
        }
        out.println(line.toString().stripTrailing());
    }

    @Override
    public void end() {
        begin();
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                String head = fit(columns.get(i).head(), i);
                add(line, head, Text.width(head), i);
            }
        }
        String heads = line.toString().stripTrailing();
        out.println(coloured ? Colours.BOLD.of(heads) : heads);
    }

    /** Fills up to the column's width, but for the last one. */
    private void add(StringBuilder line, String text, int width, int column) {
        line.append(line.isEmpty() ? "" : GAP).append(text);
        if (column < widths.length - 1 && width < widths[column]) {
            line.append(" ".repeat(widths[column] - width));
        }
    }

    private String fit(String text, int column) {
        boolean cut = columns.get(column).width().isCut() && !unlimited;
        return cut ? Text.fit(text, widths[column]) : text;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : Text.printable(value.toString());
    }
}
