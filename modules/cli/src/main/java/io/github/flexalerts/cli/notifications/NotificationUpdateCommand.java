package io.github.flexalerts.cli.notifications;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Replaces one notification configuration. */
@Command(
        name = "update",
        description =
                "Replaces the destinations of a notification configuration, for all rules that use it. Prints its id.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts notifications get flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8 --output json > to.json",
            "  flex-alerts notifications update flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8 --file to.json"
        })
public final class NotificationUpdateCommand extends DestinationsCommand {
    @Parameters(paramLabel = "TTID", description = "The id of the configuration: notify_methods_id of a rule.")
    private String ttid = "";

    public NotificationUpdateCommand(Console console) {
        super(console);
    }

    @Override
    void write(FlexAlertsClient client, Destinations to) {
        Drain.each(
                client.notificationConfigurations().update(ttid, to),
                1,
                read -> console.out().println(ttid),
                () -> {});
    }
}
