package io.github.flexalerts.cli.profiles;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.settings.Profiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a profile without its secrets. */
@Command(
        name = "show",
        description = "Shows the settings of a profile, with references to its secrets in place of the secrets.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts profiles show staging"})
public final class ProfileShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "The profile.")
    private String name = "";

    public ProfileShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Profiles.read(console.env())
                .get(name)
                .shown()
                .forEach((setting, value) -> console.out().println(setting + "  " + value));
        return ExitCode.DONE;
    }
}
