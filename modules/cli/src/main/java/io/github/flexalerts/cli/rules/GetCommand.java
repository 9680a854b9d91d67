package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.OutputOption;
import io.github.flexalerts.cli.settings.ServiceOptions;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.concurrent.Callable;
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
public final class GetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "SID", description = "The rule, QY...")
    private String sid = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    public GetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (FlexAlertsClient client =
                Settings.of(console.env(), service).client(0, service.instrumentation(console))) {
            Mono<Rule> rule = client.rules().fetch(sid);
            Drain.each(rule, 1, output.form.one(console)::write, () -> {});
        }
        return ExitCode.DONE;
    }
}
