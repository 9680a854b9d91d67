package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.ApplyEvent;
import io.github.flexalerts.bulk.ApplyEvent.Subject;
import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Journal;
import io.github.flexalerts.bulk.JournalFile;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanApply;
import io.github.flexalerts.bulk.Planner;
import io.github.flexalerts.bulk.RolloutResult;
import io.github.flexalerts.bulk.RolloutResult.Status;
import io.github.flexalerts.bulk.RolloutTarget;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One target of a rollout: its plan, its application, and the check of the result. */
final class TargetRun {
    private final DesiredState desired;
    private final RolloutSettings settings;
    private final RolloutTarget target;
    private final long start = System.nanoTime();

    TargetRun(DesiredState desired, RolloutSettings settings, RolloutTarget target) {
        this.desired = desired;
        this.settings = settings;
        this.target = target;
    }

    /** Returns the result; never fails. */
    Mono<RolloutResult> run() {
        return Mono.using(target.client()::get, this::run, FlexAlertsClient::close)
                .onErrorResume(error -> Mono.just(result(Status.FAILED, 0, 0, 0, error)));
    }

    private Mono<RolloutResult> run(FlexAlertsClient client) {
        Path journal = target.journal();
        return Mono.fromCallable(() -> journal != null && !settings.dryRun() && Files.exists(journal))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(exists -> exists && journal != null ? resume(client, journal) : plan(client));
    }

    private Mono<RolloutResult> plan(FlexAlertsClient client) {
        return planner(client).plan(desired).flatMap(plan -> {
            if (settings.dryRun()) {
                apply(client).check(plan);
                return Mono.just(counted(plan.isEmpty() ? Status.UNCHANGED : Status.PLANNED, plan));
            }
            if (plan.isEmpty()) {
                return Mono.just(counted(Status.UNCHANGED, plan));
            }
            apply(client).check(plan);
            return start(client, plan);
        });
    }

    private Mono<RolloutResult> start(FlexAlertsClient client, Plan plan) {
        Path path = target.journal();
        return path == null
                ? apply(client, plan, Journal.NOOP)
                : Mono.fromCallable(() -> JournalFile.start(path, plan))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(journal -> journaled(client, journal, path));
    }

    private Mono<RolloutResult> resume(FlexAlertsClient client, Path path) {
        return Mono.fromCallable(() -> JournalFile.resume(path))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(journal -> {
                    if (!Objects.equals(journal.plan().source(), desired.source())) {
                        journal.close();
                        return Mono.error(
                                new IllegalStateException(
                                        "the journal belongs to another desired state: finish that rollout first, or remove the journal"));
                    }
                    return journaled(client, journal, path);
                });
    }

    private Mono<RolloutResult> journaled(FlexAlertsClient client, JournalFile journal, Path path) {
        return Mono.usingWhen(
                        Mono.just(journal),
                        open -> apply(client, open.plan(), open),
                        open -> Mono.empty(),
                        (open, error) -> Mono.fromRunnable(open::close).subscribeOn(Schedulers.boundedElastic()),
                        open -> Mono.fromRunnable(open::close).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(result -> Mono.fromRunnable(() -> end(journal, path, result))
                        .subscribeOn(Schedulers.boundedElastic())
                        .thenReturn(result));
    }

    private static void end(JournalFile journal, Path path, RolloutResult result) {
        if (result.isDesired()) {
            journal.remove(path);
        } else {
            journal.close();
        }
    }

    private Mono<RolloutResult> apply(FlexAlertsClient client, Plan plan, Journal journal) {
        return apply(client).apply(plan, journal).collectList().flatMap(events -> {
            ApplyEvent failed =
                    events.stream().filter(event -> !event.isDone()).findFirst().orElse(null);
            return failed == null
                    ? verified(client, events)
                    : Mono.just(counted(Status.FAILED, events, reason(failed)));
        });
    }

    private static Throwable reason(ApplyEvent failed) {
        return failed.error() != null
                ? failed.error()
                : new IllegalStateException("a " + failed.subject().name().toLowerCase(Locale.ROOT)
                        + " was not written: " + failed.outcome());
    }

    /** Makes a second plan, which must be empty. */
    private Mono<RolloutResult> verified(FlexAlertsClient client, List<ApplyEvent> events) {
        return planner(client)
                .plan(desired)
                .map(plan -> plan.isEmpty()
                        ? counted(Status.WRITTEN, events, null)
                        : counted(
                                Status.FAILED,
                                events,
                                new IllegalStateException(
                                        "all writes succeeded, but a second listing shows other rules than desired")));
    }

    private Planner planner(FlexAlertsClient client) {
        return Planner.of(client)
                .key(settings.key())
                .delete(settings.delete())
                .mapping(target.mapping())
                .workspaceSid(target.workspaceSid());
    }

    private PlanApply apply(FlexAlertsClient client) {
        return PlanApply.of(client).maxDeletions(settings.maxDeletions());
    }

    private RolloutResult counted(Status status, Plan plan) {
        return result(status, plan.count(Action.CREATE), plan.count(Action.UPDATE), plan.count(Action.DELETE), null);
    }

    private RolloutResult counted(Status status, List<ApplyEvent> events, @Nullable Throwable error) {
        return result(
                status,
                count(events, Action.CREATE),
                count(events, Action.UPDATE),
                count(events, Action.DELETE),
                error);
    }

    private static int count(List<ApplyEvent> events, Action action) {
        return (int) events.stream()
                .filter(event -> event.isDone() && event.subject() == Subject.RULE && event.action() == action)
                .count();
    }

    private RolloutResult result(Status status, int created, int updated, int deleted, @Nullable Throwable error) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new RolloutResult(target.name(), target.group(), status, created, updated, deleted, error, elapsed);
    }
}
