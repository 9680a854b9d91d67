package io.github.flexalerts.cli.notifications;

import io.github.flexalerts.cli.input.Document;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Option;

/** Writes the destinations in a file to the service. */
abstract class DestinationsCommand extends ServiceCommand {
    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "Destinations, or the output of 'notifications get', in YAML or JSON; - for stdin.")
    private String file = "";

    DestinationsCommand(Console console) {
        super(console);
    }

    /** Writes the destinations and prints the SID of their configuration. */
    abstract void write(FlexAlertsClient client, Destinations to);

    @Override
    public Integer call() {
        Destinations to = new NotificationInput(console).read(Document.read(file, console.in()));
        Settings settings = settings();
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, instrumentation())) {
            write(client, to);
        }
        return ExitCode.DONE;
    }
}
