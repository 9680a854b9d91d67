package io.github.flexalerts.cli.notifications;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Deletion;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes notification configurations, each for itself. */
@Command(
        name = "delete",
        description = {
            "Deletes notification configurations and prints the id of each.",
            "Rules that use a deleted configuration stay and notify nobody; 'alerts delete' deletes both."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts notifications delete flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8"
        })
public final class NotificationDeleteCommand extends ServiceCommand {
    @Parameters(paramLabel = "TTID", arity = "1..*", description = "The ids of the configurations.")
    private final List<String> ttids = new ArrayList<>();

    public NotificationDeleteCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, instrumentation())) {
            return new Deletion(console, client.notificationConfigurations()::delete).run(ttids);
        }
    }
}
