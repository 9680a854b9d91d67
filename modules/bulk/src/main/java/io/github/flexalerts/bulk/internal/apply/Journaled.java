package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.ApplyEvent;
import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.Journal;
import io.github.flexalerts.bulk.JournalEntry;
import io.github.flexalerts.bulk.JournalEntry.Kind;
import io.github.flexalerts.bulk.internal.apply.Step.Result;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs steps with an entry before and after each. Intents are recorded in batches ahead of the writes, and outcomes in batches
 * after them. An intent whose write was never sent, and a write without an outcome, do no harm: reading back settles both.
 */
final class Journaled {
    private static final int BATCH = 256;
    private static final int OUTCOMES_AHEAD = 16;
    private static final Duration LONGEST = Duration.ofMillis(5);

    private final Journal journal;

    Journaled(Journal journal) {
        this.journal = journal;
    }

    Flux<ApplyEvent> run(List<Step> steps, int concurrency) {
        Flux<Done> done = Flux.fromIterable(steps)
                .buffer(BATCH)
                .concatMap(this::intents, 1)
                .flatMapIterable(batch -> batch, 2)
                .flatMap(this::write, concurrency, 1);
        return journal == Journal.NOOP
                ? done.map(Done::event)
                : done.bufferTimeout(BATCH, LONGEST, Schedulers.parallel(), true)
                        .flatMapSequential(this::outcomes, OUTCOMES_AHEAD, 1);
    }

    private Mono<List<Step>> intents(List<Step> batch) {
        List<JournalEntry> entries = batch.stream()
                .filter(step -> step.earlier() == null)
                .map(step -> new JournalEntry(Kind.INTENT, step.id(), null))
                .toList();
        return entries.isEmpty() ? Mono.just(batch) : journal.write(entries).thenReturn(batch);
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

    private Flux<ApplyEvent> outcomes(List<Done> batch) {
        List<JournalEntry> entries = batch.stream()
                .filter(done ->
                        done.event().isDone() || Retrying.isCertain(done.event().error()))
                .map(Journaled::entry)
                .toList();
        Flux<ApplyEvent> events = Flux.fromIterable(batch).map(Done::event);
        return entries.isEmpty() ? events : journal.write(entries).thenMany(events);
    }

    /** A write whose outcome is unknown gets no entry, and the next run settles it. */
    private static JournalEntry entry(Done done) {
        ApplyEvent event = done.event();
        return event.isDone()
                ? new JournalEntry(Kind.WRITTEN, done.step().id(), event.id())
                : new JournalEntry(Kind.FAILED, done.step().id(), null);
    }

    /** A step and what it did. */
    private record Done(Step step, ApplyEvent event) {}
}
