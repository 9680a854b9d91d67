package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells scripts whether an instance differs from a file. */
@Command(
        name = "drift",
        description = {
            "Compares an instance with a file, for scripts. Prints the plan like 'plan' and writes nothing.",
            "Exits with 0 if nothing differs, 3 if something does, 1 and 2 as other commands. Rules that only the",
            "instance has are a difference if the file is an export without filters."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts drift --from rules.ndjson || echo changed"})
public final class DriftCommand extends ServiceCommand {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "An export, or rules in NDJSON, JSON, YAML or CSV as 'rules create' takes them.")
    private String from = "";

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Mixin
    private final PlanForm form = new PlanForm();

    public DriftCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        options.key();
        Settings settings = settings();
        try (DesiredFile desired = DesiredFile.open(console, from);
                FlexAlertsClient client = settings.client(1, instrumentation())) {
            Plan plan = options.plan(console, client, settings, desired.state());
            form.print(console, plan);
            int conflicts = Conflicts.exitCode(console, plan);
            return conflicts == ExitCode.DONE && differs(plan, desired.state()) ? ExitCode.DIFFERENT : conflicts;
        }
    }

    private static boolean differs(Plan plan, DesiredState desired) {
        boolean whole = desired.isWhole() && !desired.filter().hasFilters();
        return !plan.isEmpty() || (whole && !plan.others().isEmpty());
    }
}
