package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanFile;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what 'apply' would do. */
@Command(
        name = "plan",
        description = {
            "Prints what has to change so that an instance has the rules of a file. Writes nothing to the service.",
            "Signs: + create, ~ update with old and new values, - delete, = unchanged, ? only at the target, ! conflict.",
            "Exits with 0, or with 2 if rules cannot be mapped, exceed a limit, or have the same key."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts plan --from rules.ndjson --delete --out rules.plan",
            "  flex-alerts apply --plan rules.plan"
        })
public final class PlanCommand extends ServiceCommand {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "An export, or rules in NDJSON, JSON, YAML or CSV as 'rules create' takes them.")
    private String from = "";

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the plan to a file for 'apply --plan'.")
    private @Nullable String out;

    @Mixin
    private final PlanForm form = new PlanForm();

    public PlanCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        options.key();
        if (out != null) {
            FileOptions.writable("--out", out);
        }
        Settings settings = settings();
        try (DesiredFile desired = DesiredFile.open(console, from);
                FlexAlertsClient client = settings.client(1, instrumentation())) {
            Plan plan = options.plan(console, client, settings, desired.state());
            form.print(console, plan);
            if (out != null) {
                PlanFile.write(FileOptions.writable("--out", out), plan);
            }
            return Conflicts.exitCode(console, plan);
        }
    }
}
