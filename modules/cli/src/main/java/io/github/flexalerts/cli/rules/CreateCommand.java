package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.input.RuleSource;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates one rule or many. */
@Command(
        name = "create",
        description = {
            "Creates one rule or many, several at the same time, and prints each new rule.",
            "A rule that fails does not stop the others; stderr names its line in the input and the reason."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts rules list --output ndjson > rules.ndjson",
            "  flex-alerts rules create --instance GO... --file rules.ndjson"
        })
public final class CreateCommand extends ServiceCommand {
    private static final int MOST_AT_A_TIME = 50;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description =
                    "Rules with the names of the API, in any form that --output writes except table: a JSON array,"
                            + " one JSON object per line (NDJSON), YAML documents or CSV; - for stdin. Members that the"
                            + " service sets, such as sid and dates, are ignored.")
    private String file = "";

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "How many rules to create at the same time, 1 to 50. Default: 8.")
    private int concurrency = 8;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "ndjson",
            description = "The output form: ${COMPLETION-CANDIDATES}. Default: ndjson.")
    private OutputForm output = OutputForm.NDJSON;

    public CreateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (concurrency < 1 || concurrency > MOST_AT_A_TIME) {
            throw new InputException("--concurrency must be between 1 and " + MOST_AT_A_TIME + ", was " + concurrency);
        }
        Settings settings = settings();
        try (RuleSource source = RuleSource.open(file, console.in());
                FlexAlertsClient client = settings.client(0, instrumentation())) {
            return new CreationRun(console, source, output).run(client.rules(), concurrency);
        }
    }
}
