package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Deletion;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes rules, each for itself. */
@Command(
        name = "delete",
        description = "Deletes rules and prints the SID of each.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts rules delete QY00000000000000000000000000000001"})
public final class DeleteCommand extends ServiceCommand {
    @Parameters(paramLabel = "SID", arity = "1..*", description = "The rules, QY...")
    private final List<String> sids = new ArrayList<>();

    public DeleteCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        try (FlexAlertsClient client = settings.client(0, instrumentation())) {
            return new Deletion(console, client.rules()::delete).run(sids);
        }
    }
}
