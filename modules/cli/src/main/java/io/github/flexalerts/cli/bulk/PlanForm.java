package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanFile;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.cli.io.JsonText;
import picocli.CommandLine.Option;

/** How a plan is printed. */
final class PlanForm {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table for people, json for one JSON document. Default: table.")
    private Form form = Form.TABLE;

    /** The forms. */
    enum Form {
        /** Lines for people. */
        TABLE,
        /** One JSON document. */
        JSON
    }

    void print(Console console, Plan plan) {
        if (form == Form.TABLE) {
            new PlanText(console.out()::println).print(plan);
        } else {
            console.out().write(JsonText.indented(JsonItems.json(PlanFile.members(plan))));
            console.out().print("\n");
        }
        console.out().flush();
    }
}
