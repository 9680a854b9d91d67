package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.input.Notes;
import io.github.flexalerts.cli.input.RuleInput;
import io.github.flexalerts.cli.input.RuleSource;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** Replaces one rule. */
@Command(
        name = "update",
        description = "Replaces a rule and shows the new version.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts rules get QY00000000000000000000000000000001 --output json > rule.json",
            "  flex-alerts rules update QY00000000000000000000000000000001 --file rule.json"
        })
public final class UpdateCommand extends ServiceCommand {
    @Parameters(paramLabel = "SID", description = "The rule, QY...")
    private String sid = "";

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description =
                    "The whole rule, with the names of the API, in JSON, YAML or CSV; - for stdin. Members that the"
                            + " service sets, such as sid and dates, are ignored.")
    private String file = "";

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "json",
            description = "The output form: ${COMPLETION-CANDIDATES}. Default: json.")
    private OutputForm output = OutputForm.JSON;

    public UpdateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        RuleSpec spec = spec();
        try (FlexAlertsClient client = settings().client(0, instrumentation())) {
            Mono<Rule> rule = client.rules().update(sid, spec);
            Drain.each(rule, 1, output.one(console)::write, () -> {});
        }
        return ExitCode.DONE;
    }

    private RuleSpec spec() {
        try (RuleSource source = RuleSource.open(file, console.in())) {
            RuleInput input = source.next();
            if (input == null) {
                throw new InputException(source.name() + " contains no rule");
            }
            RuleSpec spec = input.spec();
            if (spec == null) {
                throw new InputException(source.name() + " " + input.complaint());
            }
            if (source.next() != null) {
                throw new InputException(source.name() + " contains more than one rule");
            }
            new Notes(console).about(input);
            return spec;
        }
    }
}
