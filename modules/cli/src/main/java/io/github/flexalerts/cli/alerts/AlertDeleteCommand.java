package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Deletion;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes alerts, each for itself. */
@Command(
        name = "delete",
        description = {
            "Deletes alerts: each rule, and its notification configuration unless another rule names it.",
            "If the command fails, run it again: it skips what is already deleted. It prints the SID of each rule that",
            "it deleted, and says which did not exist."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts alerts delete QY00000000000000000000000000000001"})
public final class AlertDeleteCommand extends ServiceCommand {
    @Parameters(paramLabel = "SID", arity = "1..*", description = "The rules, QY...")
    private final List<String> sids = new ArrayList<>();

    public AlertDeleteCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, instrumentation())) {
            return new Deletion(console, client.alerts()::delete, 1).run(sids);
        }
    }
}
