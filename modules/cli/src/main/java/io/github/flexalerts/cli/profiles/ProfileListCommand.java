package io.github.flexalerts.cli.profiles;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.settings.Profiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the names of the profiles. */
@Command(
        name = "list",
        description = "Lists the names of the profiles.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts profiles list"})
public final class ProfileListCommand implements Callable<Integer> {
    private final Console console;

    public ProfileListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Profiles profiles = Profiles.read(console.env());
        profiles.names().forEach(console.out()::println);
        if (profiles.names().isEmpty()) {
            console.say("there are no profiles in '" + profiles.file() + "'");
        }
        return ExitCode.DONE;
    }
}
