package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long work reports: for people, as events for programs, or not at all. */
final class OutputMode {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table for people, ndjson for one event per line. Default: table.")
    Form form = Form.TABLE;

    @Option(names = "--quiet", description = "Print neither progress nor events; errors are still printed.")
    boolean quiet;

    /** The forms. */
    enum Form {
        /** Lines for people, and a progress bar on a terminal. */
        TABLE,
        /** One JSON object per line. */
        NDJSON
    }

    /** Prints a line for people. */
    void line(Console console, String line) {
        if (!quiet && form == Form.TABLE) {
            console.out().println(Text.printable(line));
        }
    }

    /** Prints an event for programs. */
    void event(Console console, Map<String, @Nullable Object> event) {
        if (!quiet && form == Form.NDJSON) {
            console.out().write(JsonItems.json(event));
            console.out().print("\n");
            console.out().flush();
        }
    }
}
