package io.github.flexalerts.cli;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** In which form data is written. */
enum OutputForm {
    /** For people: columns for many rules, a line a member for one. */
    TABLE,
    /** One JSON document: an array of many rules, an object for one. */
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

    /** Returns the writer of a listing. */
    RuleWriter many(Console console) {
        return switch (this) {
            case TABLE ->
                new TableWriter(console.out(), TableLayout.of(console.terminal().columns()));
            case JSON -> new JsonArrayWriter(console.out());
            case NDJSON -> new NdjsonWriter(console.out());
        };
    }

    /** Returns the writer of a single rule. */
    RuleWriter one(Console console) {
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
