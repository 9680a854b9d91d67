package io.github.flexalerts.cli.doctor;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import picocli.CommandLine.Command;

/** Checks whether everything is set up. */
@Command(
        name = "doctor",
        description = {
            "Checks your settings and your access, and says how to fix what is wrong.",
            "Checks the settings, the proxy, the connection, the clock, the credentials, the account, the instance",
            "and the permissions, and prints a line for each check: ok or FAIL. Changes nothing.",
            "Exit code: 0 if all checks are ok, else 1."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts doctor"})
public final class DoctorCommand extends ServiceCommand {
    public DoctorCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        CheckUp checks = new CheckUp(console);
        try {
            Settings settings = settings();
            // Of other credentials: what a client decides on retries first holds for all that share its own.
            settings().builder(0).build().close();
            checks.ok("settings", "instance " + settings.instanceSid());
            new Doctor(checks, settings, instrumentation()).examine();
        } catch (IllegalArgumentException | InputException e) {
            checks.fail("settings", String.valueOf(e.getMessage()));
        }
        return checks.exitCode();
    }
}
