package io.github.flexalerts.cli;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line for each item, in columns of a known width; the last one takes what is left of the window. */
final class ColumnsWriter<T> implements ItemWriter<T> {
    private static final String GAP = " ".repeat(TableLayout.GAP);
    private static final int LEAST = 8;

    private final Console console;
    private final List<Column<T>> columns;
    private boolean begun;

    ColumnsWriter(Console console, List<Column<T>> columns) {
        this.console = console;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void write(T item) {
        begin();
        row(column -> text(column.value().apply(item)));
    }

    @Override
    public void end() {
        begin();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            row(Column::head);
        }
    }

    private void row(Function<Column<T>, String> cell) {
        StringBuilder line = new StringBuilder();
        int room = console.terminal().columns();
        for (Column<T> column : columns.subList(0, columns.size() - 1)) {
            String text = cell.apply(column);
            int width = column.isCut() ? column.width() : Math.max(column.width(), Text.width(text));
            line.append(Text.column(text, width)).append(GAP);
            room -= width + TableLayout.GAP;
        }
        if (room >= LEAST) {
            line.append(Text.fit(cell.apply(columns.get(columns.size() - 1)), room));
        }
        console.out().println(line.toString().stripTrailing());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : Text.printable(value.toString());
    }

    /**
     * A column.
     *
     * @param head what stands above it
     * @param width how wide it is
     * @param isCut whether what is wider is cut; a SID that is cut is of no use
     * @param value what stands in it
     */
    record Column<T>(String head, int width, boolean isCut, Function<T, @Nullable Object> value) {

        /** Returns a column of SIDs. */
        static <T> Column<T> sid(Function<T, @Nullable Object> value) {
            return new Column<>("SID", TableLayout.SID, false, value);
        }

        /** Returns a column of anything else. */
        static <T> Column<T> of(String head, int width, Function<T, @Nullable Object> value) {
            return new Column<>(head, width, true, value);
        }
    }
}
