package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.Interruption;
import io.github.flexalerts.cli.alerts.WriteWatch.Stage;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Errors;
import io.github.flexalerts.cli.io.FailedRun;
import io.github.flexalerts.cli.io.InterruptedRun;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.reactive.AlertJournal;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The writing of an alert, with a journal that outlives the process as long as something is open. */
final class AlertRun {
    /** Within what the process has left when it is interrupted, see {@link Interruption}. */
    private static final Duration GRACE = Duration.ofMillis(2500);

    private static final String UNKNOWN =
            "interrupted; a notification configuration with an unknown id may exist, and the service cannot list configurations";

    private final Settings settings;
    private final @Nullable JournalFile journal;

    AlertRun(Settings settings, @Nullable JournalFile journal) {
        this.settings = settings;
        this.journal = journal;
    }

    /** The write of a plan. */
    @FunctionalInterface
    interface Write<T> {
        Mono<T> of(FlexAlertsClient client, AlertPlan plan, AlertJournal journal);
    }

    /** Writes the plan, or continues an earlier write of it, and passes the result on. */
    <T> void run(AlertPlan plan, ClientInstrumentation instrumentation, Write<T> write, Consumer<T> printer) {
        Mono<Void> intended = journal == null ? Mono.empty() : journal.configurationIntended();
        try (WriteWatch watch = new WriteWatch(settings.network().transport().build(), intended);
                FlexAlertsClient client = settings.builder(0)
                        .transport(watch)
                        .instrumentation(instrumentation)
                        .build()) {
            drain(write.of(client, plan, kept(watch)), printer, watch);
        }
    }

    private <T> void drain(Mono<T> write, Consumer<T> printer, WriteWatch watch) {
        try {
            Drain.each(write, 1, done -> finish(done, printer), () -> {});
        } catch (InterruptedRun e) {
            throw interrupted(watch, watch.await(GRACE));
        } catch (RuntimeException e) {
            noteWhatIsLeft(e);
            throw e instanceof AmbiguousOutcomeException ? repeatable(e) : e;
        }
    }

    private AlertJournal kept(WriteWatch watch) {
        return ttid -> {
            watch.recordId(ttid);
            return journal == null ? Mono.empty() : journal.configurationMade(ttid);
        };
    }

    private <T> void finish(T done, Consumer<T> printer) {
        try {
            printer.accept(done);
        } finally {
            if (journal != null) {
                journal.remove();
            }
        }
    }

    /** This run deleted its configuration, unless the error names it. The configuration of an earlier run may still exist. */
    private void noteWhatIsLeft(RuntimeException error) {
        if (journal == null) {
            return;
        }
        try {
            if (!(error instanceof OrphanedConfigurationException orphaned)) {
                journal.forget();
            } else if (orphaned.ttid() != null) {
                journal.keep(orphaned.ttid());
                error.addSuppressed(new FailedRun(keepsItsId(journal)));
            }
        } catch (FailedRun e) {
            error.addSuppressed(e);
        }
    }

    /** Unlike the create of a rule, the create of an alert checks first whether the rule exists. */
    private static FailedRun repeatable(RuntimeException open) {
        return new FailedRun(open.getMessage() + "; run the command again: it finds the rule if it exists", open);
    }

    private InterruptedRun interrupted(WriteWatch watch, Stage stage) {
        InterruptedRun interrupted = new InterruptedRun(describe(watch.ttid(), stage));
        try {
            if (journal != null) {
                keep(journal, watch.ttid(), stage);
            }
        } catch (FailedRun e) {
            interrupted.addSuppressed(e);
        }
        return interrupted;
    }

    private static void keep(JournalFile journal, @Nullable String ttid, Stage stage) {
        switch (stage) {
            case NOTHING, DELETED, NAMED -> journal.forget();
            case MAKING, UNKNOWN -> {} // the journal says so already
            case ALONE -> {
                if (ttid != null) {
                    journal.keep(ttid);
                }
            }
        }
    }

    private String describe(@Nullable String ttid, Stage stage) {
        return switch (stage) {
            case NOTHING -> "interrupted; run the command again to continue";
            case DELETED -> "interrupted; the notification configuration that it had created is deleted again";
            case NAMED -> "interrupted after the alert was created";
            case MAKING, UNKNOWN -> UNKNOWN;
            case ALONE ->
                ttid == null
                        ? UNKNOWN
                        : "interrupted; the notification configuration " + Errors.shown(ttid)
                                + " may exist without a rule; "
                                + (journal == null ? Errors.lookFirst(ttid) : keepsItsId(journal));
        };
    }

    private static String keepsItsId(JournalFile journal) {
        return "'" + journal + "' records its id: run the command again to continue";
    }
}
