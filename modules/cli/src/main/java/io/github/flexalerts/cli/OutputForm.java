package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** In which form data is written. */
enum OutputForm {
    /** For people: columns for many items, a line a member for one. */
    TABLE,
    /** One JSON document: an array of many items, an object for one. */
    JSON,
    /** One JSON object a line. */
    NDJSON;

    /** Reads the name on the command line. */
    static OutputForm parse(String name) {
        for (OutputForm form : values()) {
            if (form.toString().equals(name)) {
                return form;
            }
        }
        throw new TypeConversionException("must be table, json or ndjson");
    }

    /** Returns the writer of a listing of rules. */
    ItemWriter<? super Rule> many(Console console) {
        return many(
                console,
                new TableWriter(console.out(), TableLayout.of(console.terminal().columns())));
    }

    /** Returns the writer of a listing. */
    <T> ItemWriter<? super T> many(Console console, ItemWriter<T> table) {
        return switch (this) {
            case TABLE -> table;
            case JSON -> new JsonArrayWriter(console.out());
            case NDJSON -> new NdjsonWriter(console.out());
        };
    }

    /** Returns the writer of a single item. */
    ItemWriter<Object> one(Console console) {
        return switch (this) {
            case TABLE -> new CardWriter(console.out(), console.terminal().columns());
            case JSON -> new JsonObjectWriter(console.out());
            case NDJSON -> new NdjsonWriter(console.out());
        };
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
