package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.Rollout;
import io.github.flexalerts.bulk.RolloutResult;
import io.github.flexalerts.bulk.RolloutResult.Status;
import io.github.flexalerts.bulk.RolloutTarget;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.io.InterruptedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings many instances to one desired state. */
@Command(
        name = "rollout",
        description = {
            "Brings the instances of a fleet to the rules of a file, some at a time and group by group.",
            "Run it again to do what is left: instances that have the rules already are not written. Each instance has its own",
            "journal.",
            "Exits with 0 if all instances have the rules, 1 if some do not, and 2 if nothing was written."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts rollout --fleet fleet.yaml --from rules.ndjson --select env=prod --html report.html",
            "",
            "fleet.yaml:",
            "  targets:",
            "    - name: berlin",
            "      instance_sid: GO00000000000000000000000000000001",
            "      account_sid: AC00000000000000000000000000000001",
            "      auth_token: {env: BERLIN_TOKEN}   # or {file: /run/secrets/berlin}",
            "      # instead: api_key: {sid: SK..., secret: {env: BERLIN_SECRET}}",
            "      mapping: berlin.yaml              # optional, as are labels and group",
            "      labels: {env: prod}",
            "      group: 1                          # lower groups first"
        })
public final class RolloutCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet, in YAML or JSON.")
    private String fleet = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "An export, or rules in NDJSON, JSON, YAML or CSV as 'rules create' takes them.")
    private String from = "";

    @Option(
            names = "--select",
            paramLabel = "LABEL=VALUE",
            description = "Only targets with this label. Repeatable: a target must have all of them.")
    private final Map<String, String> select = new LinkedHashMap<>();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many targets are in progress at once, 1 to 1000. Default: 4.")
    private int concurrency = 4;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description = "Start no further target after N failed ones. Default: no limit.")
    private @Nullable Integer maxFailures;

    @Option(names = "--dry-run", description = "Make the plans only; write nothing.")
    private boolean dryRun;

    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report in JSON.")
    private @Nullable String report;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a report as one HTML file.")
    private @Nullable String html;

    @Mixin
    private final WriteOptions writes = new WriteOptions();

    public RolloutCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RolloutReport summary = new RolloutReport(from);
        check("--report", report);
        check("--html", html);
        try (DesiredFile desired = DesiredFile.open(console, from)) {
            List<FleetTarget> targets = Fleet.select(Fleet.read(fleet), select);
            Rollout rollout = rollout(desired);
            RetryCount retries = new RetryCount();
            FleetClients clients = new FleetClients(console.env(), retries, journals());
            List<RolloutTarget> ready = targets.stream().map(clients::target).toList();
            if (!dryRun) {
                writes.confirm(
                        console, "rollout of " + desired.state().size() + " rules to " + ready.size() + " targets");
                createJournals();
            }
            run(rollout, ready, summary, retries);
        } finally {
            removeJournals();
        }
        return end(summary);
    }

    /** A report that cannot be written fails the command before it starts. */
    private static void check(String option, @Nullable String file) {
        if (file != null) {
            FileOptions.writable(option, file);
        }
    }

    private Rollout rollout(DesiredFile desired) {
        Rollout rollout = Rollout.of(desired.state())
                .key(match.key())
                .delete(match.delete, writes.maxDeletions())
                .maxFailures(maxFailures == null ? null : Integer.valueOf(Math.max(1, maxFailures)))
                .dryRun(dryRun);
        try {
            return rollout.concurrency(concurrency);
        } catch (IllegalArgumentException e) {
            throw new InputException("--concurrency: " + e.getMessage());
        }
    }

    private void run(Rollout rollout, List<RolloutTarget> targets, RolloutReport summary, RetryCount retries) {
        try (BulkProgress progress = new BulkProgress(console, writes.mode(), "rollout", targets.size(), retries)) {
            Drain.each(
                    rollout.run(targets),
                    64,
                    result -> {
                        progress.step();
                        summary.add(result, reason(result));
                        print(result);
                    },
                    console.out()::flush);
        } catch (InterruptedRun e) {
            write(summary);
            throw new InterruptedRun("interrupted; the journals are in '" + journals()
                    + "': run the same command again to do what is left");
        }
    }

    private int end(RolloutReport summary) {
        write(summary);
        writes.mode().line(console, summary.counts());
        console.out().flush();
        return summary.isDesired(dryRun) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void write(RolloutReport summary) {
        if (report != null) {
            summary.writeJson(FileOptions.path("--report", report));
        }
        if (html != null) {
            summary.writeHtml(FileOptions.path("--html", html));
        }
    }

    private void print(RolloutResult result) {
        String status = result.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (result.status() == Status.FAILED) {
            console.fail(result.target() + ": " + reason(result), Objects.requireNonNull(result.error()));
        } else {
            writes.mode()
                    .line(
                            console,
                            result.target() + "  " + status + "  +" + result.created() + " ~" + result.updated() + " -"
                                    + result.deleted());
        }
        writes.mode().event(console, RolloutReport.members(result, reason(result)));
    }

    private @Nullable String reason(RolloutResult result) {
        Throwable error = result.error();
        if (error == null) {
            return null;
        }
        return error instanceof IllegalStateException
                ? String.valueOf(error.getMessage())
                : new Errors(console.env()).describe(error).line();
    }

    private Path journals() {
        return FileOptions.path("--from", from + ".rollout");
    }

    private void createJournals() {
        try {
            Files.createDirectories(journals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the folder of the journals if no target needs it any more. */
    private void removeJournals() {
        try {
            Files.deleteIfExists(journals());
        } catch (IOException e) {
            console.say("the journals of targets that are not done are in '" + journals() + "'");
        }
    }
}
