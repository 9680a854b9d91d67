package io.github.flexalerts.cli.notifications;

import io.github.flexalerts.cli.Interruption;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.InterruptedRun;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.time.Duration;
import picocli.CommandLine.Command;
import reactor.core.publisher.Mono;

/** Creates a notification configuration. */
@Command(
        name = "create",
        description = {
            "Creates a notification configuration and prints its id, to use as notify_methods_id of a rule.",
            "Keep the id: the service cannot list configurations, so a lost id cannot be found again."
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
public final class NotificationCreateCommand extends DestinationsCommand {
    /** Within what the process has left when it is interrupted, see {@link Interruption}. */
    private static final Duration GRACE = Duration.ofMillis(2500);

    private static final String MAY_EXIST =
            "the configuration may or may not have been created, and the service cannot list configurations";

    public NotificationCreateCommand(Console console) {
        super(console);
    }

    @Override
    void write(FlexAlertsClient client, Destinations to) {
        Mono<NotificationConfiguration> made =
                client.notificationConfigurations().create(to).cache(); // continues when interrupted
        try {
            print(made);
        } catch (InterruptedRun e) {
            print(made.timeout(GRACE, Mono.error(new InterruptedRun("interrupted; " + MAY_EXIST))));
            throw e;
        }
    }

    private void print(Mono<NotificationConfiguration> made) {
        Drain.each(
                made,
                1,
                configuration -> console.out().println(Text.printable(String.valueOf(configuration.ttid()))),
                () -> {});
    }
}
