package io.github.flexalerts.cli.profiles;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.Failure;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.settings.Profiles;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks that profiles can reach their instances. */
@Command(
        name = "check",
        description = {
            "Checks profiles: their secrets can be read, and the service accepts them. Sends one request per profile.",
            "Exits with 0 if all are good, 1 if the service refused one, and 2 if one is not complete."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts profiles check staging production"})
public final class ProfileCheckCommand implements Callable<Integer> {
    private final Console console;
    private int exitCode = ExitCode.DONE;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "The profiles. Default: all.")
    private final List<String> names = new ArrayList<>();

    public ProfileCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Profiles profiles = Profiles.read(console.env());
        for (String name : names.isEmpty() ? profiles.names() : names) {
            check(profiles, name);
        }
        return exitCode;
    }

    private void check(Profiles profiles, String name) {
        try {
            Settings settings = Settings.of(console.env(), profiles.get(name));
            try (FlexAlertsClient client = settings.client(0, ClientInstrumentation.NOOP)) {
                RuleQuery one = RuleQuery.builder().pageSize(1).build();
                Drain.each(client.rules().list(one).take(1), 1, rule -> {}, () -> {});
            }
            console.out().println(name + "  ok");
        } catch (InputException | IllegalArgumentException | FlexAlertsException e) {
            Failure failure = new Errors(console.env()).describe(e);
            console.fail(name + ": " + failure.line(), e);
            exitCode = Math.max(exitCode, failure.exitCode());
        }
    }
}
