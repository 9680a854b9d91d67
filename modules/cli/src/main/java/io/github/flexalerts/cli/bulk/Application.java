package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.ApplyEvent;
import io.github.flexalerts.bulk.ApplyEvent.Subject;
import io.github.flexalerts.bulk.JournalFile;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanApply;
import io.github.flexalerts.bulk.TargetMovedException;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.io.InterruptedRun;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a plan, asks, applies it with a journal, and reports each step. */
final class Application {
    private final Console console;
    private final WriteOptions options;
    private final RetryCount retries;
    private int done;
    private int failed;

    Application(Console console, WriteOptions options, RetryCount retries) {
        this.console = console;
        this.options = options;
        this.retries = retries;
    }

    /** Starts a new plan and returns the exit code. */
    int start(FlexAlertsClient client, Plan plan, Path journal) {
        show(plan);
        if (!plan.conflicts().isEmpty()) {
            return Conflicts.exitCode(console, plan);
        }
        apply(client).check(plan);
        if (plan.isEmpty()) {
            return ExitCode.DONE;
        }
        options.confirm(console, plan);
        return run(client, JournalFile.start(journal, plan), journal);
    }

    /** Continues the plan of a journal and returns the exit code. */
    int resume(FlexAlertsClient client, JournalFile journal, Path path) {
        console.say("continuing with the journal '" + path + "'");
        show(journal.plan());
        apply(client).check(journal.plan());
        options.confirm(console, journal.plan());
        return run(client, journal, path);
    }

    private PlanApply apply(FlexAlertsClient client) {
        return PlanApply.of(client).maxDeletions(options.maxDeletions());
    }

    private void show(Plan plan) {
        if (!options.mode().quiet && options.mode().form == OutputMode.Form.TABLE) {
            new PlanText(console.out()::println).print(plan);
            console.out().flush();
        }
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("event", "plan");
        event.put("instance_sid", plan.instanceSid());
        event.put("rules", plan.rules().size());
        event.put("configurations", plan.configurations().size());
        event.put("kept", plan.kept().size());
        options.mode().event(console, event);
    }

    private int run(FlexAlertsClient client, JournalFile journal, Path path) {
        Plan plan = journal.plan();
        int steps = plan.rules().size() + plan.configurations().size();
        try (BulkProgress progress = new BulkProgress(console, options.mode(), "apply", steps, retries)) {
            Drain.each(
                    apply(client).apply(plan, journal),
                    256,
                    event -> {
                        progress.step();
                        report(event);
                    },
                    () -> {});
        } catch (InterruptedRun e) {
            journal.close();
            throw new InterruptedRun("interrupted after " + done + " of " + steps + " steps; the journal '" + path
                    + "' is kept: run the same command again to continue");
        } catch (TargetMovedException e) {
            moved(journal, path);
            throw e;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
        return end(journal, path);
    }

    /** Without entries the journal is of no use; with entries only the user can decide. */
    private void moved(JournalFile journal, Path path) {
        if (journal.entries().isEmpty()) {
            journal.remove(path);
        } else {
            journal.close();
            console.say(
                    "an earlier run wrote a part of this plan; to give up the rest, remove the journal '" + path + "'");
        }
    }

    private int end(JournalFile journal, Path path) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("event", "end");
        event.put("done", done);
        event.put("failed", failed);
        options.mode().event(console, event);
        options.mode().line(console, done + " steps done, " + failed + " failed");
        console.out().flush();
        if (failed == 0) {
            journal.remove(path);
            return ExitCode.DONE;
        }
        journal.close();
        console.say("the journal '" + path + "' is kept: run the same command again to do what is left, or remove the"
                + " journal and make a new plan");
        return ExitCode.FAILED;
    }

    private void report(ApplyEvent event) {
        if (event.isDone()) {
            done++;
        } else {
            failed++;
            fail(event);
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", name(event.subject()));
        line.put("action", name(event.action()));
        line.put("outcome", name(event.outcome()));
        line.put("id", event.id());
        line.put("name", event.name());
        line.put("error", event.error() == null ? null : reason(event));
        options.mode().event(console, line);
    }

    private void fail(ApplyEvent event) {
        String line = describe(event) + ": " + reason(event);
        if (event.error() == null) {
            console.say(line);
        } else {
            console.fail(line, event.error());
        }
    }

    private static String describe(ApplyEvent event) {
        String what = event.subject() == Subject.RULE ? "rule " + event.name() : "notification configuration";
        return PlanText.sign(event.action()) + " " + what + (event.id() == null ? "" : " " + event.id());
    }

    private String reason(ApplyEvent event) {
        return switch (event.outcome()) {
            case CONFLICT -> "it changed after the plan was made, and was not written";
            case SKIPPED -> "not tried, because a step before it failed";
            default ->
                event.error() == null
                        ? "failed"
                        : new Errors(console.env()).describe(event.error()).line();
        };
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
