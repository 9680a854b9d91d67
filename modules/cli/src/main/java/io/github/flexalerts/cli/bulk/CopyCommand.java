package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.ExportFile;
import io.github.flexalerts.bulk.ExportSummary;
import io.github.flexalerts.bulk.RuleExport;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.rules.RuleFilters;
import io.github.flexalerts.cli.settings.Profiles;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the rules of one instance to another. */
@Command(
        name = "copy",
        description = {
            "Copies rules and their notification configurations from one instance to another.",
            "Exports, maps queues, channels and users by name, shows the plan, asks, and writes. Nothing is written if a name",
            "cannot be mapped. If the command is killed or fails, run it again: it continues with the journal.",
            "Exits with 0 if everything was written, 1 if a write failed, and 2 if nothing was written."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts copy --profile staging --to-profile production --mapping queues.yaml"})
public final class CopyCommand extends ServiceCommand {
    @Option(
            names = "--to-instance",
            paramLabel = "GO...",
            description = "The instance that gets the rules. Default: that of --to-profile.")
    private @Nullable String toInstance;

    @Option(
            names = "--to-profile",
            paramLabel = "NAME",
            description = "The profile of the target. Default: the account of the source.")
    private @Nullable String toProfile;

    @Mixin
    private final RuleFilters filter = new RuleFilters();

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Mixin
    private final WriteOptions writes = new WriteOptions();

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal. Default: flex-alerts-copy-GO...-GO....journal in the current folder.")
    private @Nullable String journal;

    public CopyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        options.key();
        writes.maxDeletions();
        Settings source = settings();
        Settings target = target(source);
        source.places().requireAccount();
        target.places().requireAccount();
        Path path = FileOptions.writable(
                "--journal",
                journal != null
                        ? journal
                        : "flex-alerts-copy-" + source.instanceSid() + "-" + target.instanceSid() + ".journal");
        RetryCount retries = new RetryCount();
        Application application = new Application(console, writes, retries);
        try (FlexAlertsClient from = source.client(1, instrumentation(retries));
                FlexAlertsClient to = target.client(1, instrumentation(retries))) {
            return Files.exists(path)
                    ? application.resume(to, Journals.resume(path), path)
                    : copy(application, from, source, to, target, path);
        }
    }

    private Settings target(Settings source) {
        if (toInstance == null && toProfile == null) {
            throw new InputException("give --to-instance or --to-profile");
        }
        Settings target = toProfile == null
                ? source
                : Settings.of(console.env(), Profiles.read(console.env()).get(toProfile));
        Settings chosen = toInstance == null ? target : target.forInstance(toInstance);
        if (chosen.instanceSid().equals(source.instanceSid())) {
            throw new InputException("the source and the target are the same instance, " + source.instanceSid());
        }
        return chosen;
    }

    private int copy(
            Application application,
            FlexAlertsClient from,
            Settings source,
            FlexAlertsClient to,
            Settings target,
            Path journalPath) {
        Path file = temporary();
        try {
            Drain.each(
                    RuleExport.of(from)
                            .query(filter.query().build())
                            .destinations(true)
                            .workspaceSid(source.places().workspaceSid())
                            .writeTo(file),
                    1,
                    this::warn,
                    () -> {});
            try (ExportFile export = ExportFile.open(file)) {
                return application.start(to, options.plan(console, to, target, DesiredState.of(export)), journalPath);
            }
        } finally {
            delete(file);
        }
    }

    private void warn(ExportSummary summary) {
        summary.warnings().forEach(warning -> console.say("warning: " + warning));
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("flex-alerts-copy-", ".ndjson");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
