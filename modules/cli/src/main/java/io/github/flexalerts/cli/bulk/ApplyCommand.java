package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.ExportFileException;
import io.github.flexalerts.bulk.JournalFile;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanFile;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies a plan. */
@Command(
        name = "apply",
        description = {
            "Brings an instance to the rules of a file: shows the plan, asks, and writes.",
            "Nothing is written if the instance changed after the plan was made. A journal records every write. If the",
            "command is killed or fails, run it again: it continues with the journal. Without --delete nothing is deleted.",
            "Exits with 0 if everything was written, 1 if a write failed, and 2 if nothing was written."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts apply --from rules.ndjson --delete --max-deletes 5",
            "  flex-alerts apply --plan rules.plan --yes"
        })
public final class ApplyCommand extends ServiceCommand {
    /** Where the changes come from. */
    private static final class Source {
        @Option(names = "--plan", required = true, paramLabel = "FILE", description = "A plan of 'plan --out'.")
        private @Nullable String plan;

        @Option(
                names = "--from",
                required = true,
                paramLabel = "FILE",
                description = "An export, or rules in NDJSON, JSON, YAML or CSV as 'rules create' takes them.")
        private @Nullable String from;

        String file() {
            return Objects.requireNonNull(plan == null ? from : plan);
        }
    }

    @ArgGroup(multiplicity = "1")
    private final Source source = new Source();

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Mixin
    private final WriteOptions writes = new WriteOptions();

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal. Removed when everything is written. Default: FILE.journal.")
    private @Nullable String journal;

    public ApplyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        options.key();
        writes.maxDeletions();
        Path path = FileOptions.writable("--journal", journal == null ? source.file() + ".journal" : journal);
        Settings settings = settings();
        RetryCount retries = new RetryCount();
        Application application = new Application(console, writes, retries);
        try (FlexAlertsClient client = settings.client(1, instrumentation(retries))) {
            return source.plan == null
                    ? fromFile(application, client, settings, path)
                    : fromPlan(application, client, settings, path);
        }
    }

    private int fromFile(Application application, FlexAlertsClient client, Settings settings, Path path) {
        try (DesiredFile desired = DesiredFile.open(console, source.file())) {
            if (Files.exists(path)) {
                JournalFile open = Journals.resume(path);
                if (!Objects.equals(open.plan().source(), desired.state().source())) {
                    throw Journals.foreign(open, path);
                }
                return application.resume(client, open, path);
            }
            return application.start(client, options.plan(console, client, settings, desired.state()), path);
        }
    }

    private int fromPlan(Application application, FlexAlertsClient client, Settings settings, Path path) {
        Plan plan = plan(source.file());
        if (!plan.configurations().isEmpty()) {
            settings.places().requireAccount();
        }
        if (Files.exists(path)) {
            JournalFile open = Journals.resume(path);
            if (!open.plan().target().equals(plan.target())
                    || !open.plan().rules().equals(plan.rules())) {
                throw Journals.foreign(open, path);
            }
            return application.resume(client, open, path);
        }
        return application.start(client, plan, path);
    }

    private Plan plan(String file) {
        if (options.deletes()) {
            throw new InputException("--delete belongs to 'plan': a plan file already says what is deleted");
        }
        try {
            return PlanFile.read(FileOptions.existing("--plan", file));
        } catch (ExportFileException e) {
            throw new InputException("'" + file + "': " + e.getMessage());
        }
    }
}
