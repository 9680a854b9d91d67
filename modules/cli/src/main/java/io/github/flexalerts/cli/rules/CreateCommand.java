package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.input.RuleSource;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.cli.settings.ServiceOptions;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates one rule or many. */
@Command(
        name = "create",
        description = {
            "Creates one rule or many, several at a time, and writes each as the service made it, as it comes.",
            "For each that failed, a line on stderr names the line of the input; the others stand."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts rules list --output ndjson > rules.ndjson",
            "  flex-alerts rules create --instance GO00000000000000000000000000000002 --file rules.ndjson"
        })
public final class CreateCommand implements Callable<Integer> {
    private static final int MOST_AT_A_TIME = 50;

    private final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "Rules as the API has them: JSON objects one a line (NDJSON), a JSON array, YAML documents or"
                    + " CSV, whatever --output writes but a table; - for stdin. What the service adds to a rule is"
                    + " left out.")
    private String file = "";

    @Option(names = "--concurrency", paramLabel = "N", description = "How many at a time, 1 to 50. Default: 8.")
    private int concurrency = 8;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "ndjson",
            description = "${COMPLETION-CANDIDATES}. Default: ndjson, which for one rule is one JSON object.")
    private OutputForm output = OutputForm.NDJSON;

    public CreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (concurrency < 1 || concurrency > MOST_AT_A_TIME) {
            throw new InputException("--concurrency must be between 1 and " + MOST_AT_A_TIME + ", was " + concurrency);
        }
        Settings settings = Settings.of(console.env(), service);
        try (RuleSource source = RuleSource.open(file, console.in());
                FlexAlertsClient client = settings.client(0, service.instrumentation(console))) {
            return new CreationRun(console, source, output).run(client.rules(), concurrency);
        }
    }
}
