package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.JsonItems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/**
 * Writes a row for each item, below a row with the names of the API. A text is written as it is, null as an empty cell, and any
 * other value as JSON.
 */
public final class CsvWriter<T> implements ItemWriter<T> {
    private static final CsvMapper MAPPER = new CsvMapper();
    private static final ObjectWriter ROWS =
            MAPPER.writer(MAPPER.schemaFor(List.class).withLineSeparator("\n"));

    private final DataOut out;
    private final List<Column<T>> columns;
    private boolean begun;

    CsvWriter(DataOut out, List<Column<T>> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void write(T item) {
        end();
        Map<?, ?> members = JsonItems.members(item);
        row(columns.stream().map(column -> cell(members.get(column.member()))).toList());
    }

    @Override
    public void end() {
        if (!begun) {
            begun = true;
            row(columns.stream().map(Column::member).toList());
        }
    }

    private void row(List<String> cells) {
        out.write(ROWS.writeValueAsBytes(cells));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : new String(JsonItems.json(value), StandardCharsets.UTF_8);
    }
}
