package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Deletion;
import io.github.flexalerts.cli.settings.ServiceOptions;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class AlertDeleteCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "SID", arity = "1..*", description = "The rules, QY...")
    private final List<String> sids = new ArrayList<>();

    public AlertDeleteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.of(console.env(), service);
        settings.places().requireAccount();
        try (FlexAlertsClient client = settings.client(0, service.instrumentation(console))) {
            return new Deletion(console, client.alerts()::delete, 1).run(sids);
        }
    }
}
