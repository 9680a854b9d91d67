package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.OutputOption;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** Shows a rule. */
@Command(
        name = "get",
        description = "Shows a rule.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts rules get QY00000000000000000000000000000001 --output json"})
public final class GetCommand extends ServiceCommand {
    @Parameters(paramLabel = "SID", description = "The rule, QY...")
    private String sid = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    public GetCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (FlexAlertsClient client = settings().client(0, instrumentation())) {
            Mono<Rule> rule = client.rules().fetch(sid);
            Drain.each(rule, 1, output.form.one(console)::write, () -> {});
        }
        return ExitCode.DONE;
    }
}
