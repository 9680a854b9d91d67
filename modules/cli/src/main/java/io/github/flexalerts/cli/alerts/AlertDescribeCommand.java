package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.OutputForm;
import io.github.flexalerts.cli.output.OutputOption;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one alert. */
@Command(
        name = "describe",
        description = "Shows a rule with its notification configuration, including addresses and webhook URLs.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts alerts describe QY00000000000000000000000000000001"})
public final class AlertDescribeCommand extends ServiceCommand {
    @Parameters(paramLabel = "SID", description = "The rule, QY...")
    private String sid = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    public AlertDescribeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, instrumentation())) {
            Drain.each(
                    client.alerts().describe(sid),
                    1,
                    alert -> output.form
                            .one(console)
                            .write(output.form == OutputForm.TABLE ? Alerts.flat(alert) : Alerts.whole(alert)),
                    () -> {});
        }
        return ExitCode.DONE;
    }
}
