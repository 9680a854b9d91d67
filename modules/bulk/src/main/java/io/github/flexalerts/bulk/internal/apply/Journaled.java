package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.ApplyEvent;
import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.Journal;
import io.github.flexalerts.bulk.JournalEntry;
import io.github.flexalerts.bulk.JournalEntry.Kind;
import io.github.flexalerts.bulk.internal.apply.Step.Result;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs steps with an entry before and after each. Intents are recorded ahead of the writes, so that a write does not wait for
 * its own sync. An intent whose write was never sent does no harm: reading back shows it.
 */
final class Journaled {
    private static final int AHEAD = 256;

    private final Journal journal;

    Journaled(Journal journal) {
        this.journal = journal;
    }

    Flux<ApplyEvent> run(List<Step> steps, int concurrency) {
        return Flux.fromIterable(steps)
                .flatMapSequential(this::intent, AHEAD, 1)
                .flatMap(this::write, concurrency, 1)
                .flatMap(done -> outcome(done), AHEAD, 1);
    }

    private Mono<Step> intent(Step step) {
        return step.earlier() != null
                ? Mono.just(step)
                : journal.write(new JournalEntry(Kind.INTENT, step.id(), null)).thenReturn(step);
    }

    private Mono<Done> write(Step step) {
        String earlier = step.earlier();
        if (earlier != null) {
            return Mono.just(new Done(step, step.event(new Result(Outcome.SETTLED, earlier), null)));
        }
        return step.write()
                .map(result -> new Done(step, step.event(result, null)))
                .onErrorResume(error -> Mono.just(new Done(step, step.event(new Result(Outcome.FAILED, null), error))));
    }

    /** A write whose outcome is unknown stays open, and the next run settles it. */
    private Mono<ApplyEvent> outcome(Done done) {
        ApplyEvent event = done.event();
        if (!event.isDone() && !Retrying.isCertain(event.error())) {
            return Mono.just(event);
        }
        Kind kind = event.isDone() ? Kind.WRITTEN : Kind.FAILED;
        return journal.write(new JournalEntry(kind, done.step().id(), event.isDone() ? event.id() : null))
                .thenReturn(event);
    }

    /** A step and what it did. */
    private record Done(Step step, ApplyEvent event) {}
}
