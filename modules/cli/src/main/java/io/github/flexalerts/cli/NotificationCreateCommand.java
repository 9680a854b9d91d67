package io.github.flexalerts.cli;

import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

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
    /** Within what the process has left when it is interrupted, see {@link Interruption}. */
    private static final Duration GRACE = Duration.ofMillis(2500);

    private static final String MAY_STAND =
            "a configuration may stand that nobody can find, since the service lists none";

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
            Mono<NotificationConfiguration> made =
                    client.notificationConfigurations().create(to).cache(); // goes on when it is interrupted
            try {
                tell(made);
            } catch (InterruptedRun e) {
                tell(made.timeout(GRACE, Mono.error(new InterruptedRun("interrupted; " + MAY_STAND))));
                throw e;
            } catch (DecodingException e) {
                throw new FailedRun(e.getMessage() + "; " + MAY_STAND, e);
            }
        }
        return ExitCode.DONE;
    }

    private void tell(Mono<NotificationConfiguration> made) {
        Drain.each(made, 1, configuration -> console.out().println(told(configuration.ttid())), () -> {});
    }

    private static String told(@Nullable String ttid) {
        if (ttid == null || ttid.isBlank()) {
            throw new FailedRun("the configuration was made, but the answer does not tell its ttid; " + MAY_STAND);
        }
        return Text.printable(ttid);
    }
}
