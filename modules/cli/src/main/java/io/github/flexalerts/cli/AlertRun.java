package io.github.flexalerts.cli;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.reactive.AlertJournal;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The writing of an alert, with a journal that outlives the process as long as something is open. */
final class AlertRun {
    private final Console console;
    private final @Nullable JournalFile journal;

    AlertRun(Console console, @Nullable JournalFile journal) {
        this.console = console;
        this.journal = journal;
    }

    /** Writes the plan, or goes on with it, and hands on what stands then. */
    <T> void run(AlertPlan plan, BiFunction<AlertPlan, AlertJournal, Mono<T>> write, Consumer<T> told) {
        if (journal == null) {
            Drain.each(write.apply(plan, AlertJournal.NOOP), 1, told, () -> {});
            return;
        }
        AlertPlan continued = journal.continued(plan);
        try {
            Drain.each(write.apply(continued, journal), 1, told, () -> {});
        } catch (FlexAlertsException e) {
            failed(e, journal);
            throw e;
        }
        journal.remove();
    }

    /** What was made was taken back, unless the error names it; what an earlier run made may not have been come to. */
    private void failed(FlexAlertsException error, JournalFile kept) {
        if (error instanceof OrphanedConfigurationException orphaned && orphaned.ttid() != null) {
            kept.keep(orphaned.ttid());
            console.say("note: '" + kept + "' keeps its id: run the same again to go on with it");
        } else if (kept.isWritten()) {
            kept.remove();
        }
    }
}
