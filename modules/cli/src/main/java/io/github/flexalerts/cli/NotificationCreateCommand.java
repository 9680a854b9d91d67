package io.github.flexalerts.cli;

import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a notification configuration. */
@Command(
        name = "create",
        description = {
            "Creates a notification configuration and writes its id, which a rule names as notify_methods_id.",
            "Keep the id: the service lists no configurations, so one whose id is lost cannot be found again."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example, which notifies by e-mail:",
            "  flex-alerts notifications create --file destinations.yaml",
            "",
            "destinations.yaml:",
            "  emails:",
            "    email_recipients:",
            "      - email_address: ops@example.com"
        })
final class NotificationCreateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "The destinations, or a configuration that was fetched: YAML or JSON; - for stdin.")
    private String file = "";

    NotificationCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Destinations to = new NotificationInput(console).read(Document.read(file, console.in()));
        Settings settings = Settings.of(console.env(), service);
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, service.instrumentation(console))) {
            Drain.each(
                    client.notificationConfigurations().create(to),
                    1,
                    made -> console.out().println(told(made.ttid())),
                    () -> {});
        }
        return ExitCode.DONE;
    }

    private static String told(@Nullable String ttid) {
        if (ttid == null) {
            throw new FailedRun("the configuration was made, but the answer does not tell its ttid");
        }
        return Text.printable(ttid);
    }
}
