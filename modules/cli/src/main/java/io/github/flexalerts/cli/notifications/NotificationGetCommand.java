package io.github.flexalerts.cli.notifications;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.OutputOption;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one notification configuration. */
@Command(
        name = "get",
        description = "Shows a notification configuration, including addresses and webhook URLs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts notifications get flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8 --output json"
        })
public final class NotificationGetCommand extends ServiceCommand {
    @Parameters(paramLabel = "TTID", description = "The id of the configuration: notify_methods_id of a rule.")
    private String ttid = "";

    @Mixin
    private final OutputOption output = new OutputOption();

    public NotificationGetCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, instrumentation())) {
            Drain.each(client.notificationConfigurations().fetch(ttid), 1, output.form.one(console)::write, () -> {});
        }
        return ExitCode.DONE;
    }
}
