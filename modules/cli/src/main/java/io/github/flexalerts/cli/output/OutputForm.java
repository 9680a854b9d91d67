package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** In which form data is written. */
public enum OutputForm {
    /** For people: columns for many items, a line a member for one. */
    TABLE,
    /** One JSON document: an array of many items, an object for one. */
    JSON,
    /** One JSON object a line. */
    NDJSON,
    /** One YAML document an item. */
    YAML,
    /** One row an item, for lists. */
    CSV;

    /** Reads the name on the command line. */
    public static OutputForm parse(String name) {
        for (OutputForm form : values()) {
            if (form.toString().equals(name)) {
                return form;
            }
        }
        throw new TypeConversionException("must be table, json, ndjson, yaml or csv");
    }

    /** Returns the writer of a listing, with these columns if the form has any. */
    public <T> ItemWriter<? super T> many(Console console, List<Column<T>> columns) {
        return switch (this) {
            case TABLE -> new ColumnsWriter<>(console, columns);
            case JSON -> new JsonArrayWriter(console.out());
            case NDJSON -> new NdjsonWriter(console.out());
            case YAML -> new YamlWriter(console.out());
            case CSV -> new CsvWriter<>(console.out(), columns);
        };
    }

    /** Tells whether the form has columns. */
    boolean hasColumns() {
        return this == TABLE || this == CSV;
    }

    /** Returns the writer of a single item. */
    public ItemWriter<Object> one(Console console) {
        return switch (this) {
            case TABLE -> new CardWriter(console.out(), console.terminal().columns());
            case JSON -> new JsonObjectWriter(console.out());
            case NDJSON -> new NdjsonWriter(console.out());
            case YAML -> new YamlWriter(console.out());
            case CSV -> throw new InputException("--output csv is for lists; use table, json, ndjson or yaml");
        };
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
