package io.github.flexalerts.bulk.internal.apply;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.ApplyEvent.Subject;
import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.bulk.internal.apply.Step.Result;
import io.github.flexalerts.bulk.internal.plan.RuleDiff;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.RuleOperations;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The writes of rules. */
final class RuleWrites {
    private static final int MOST_CREATES = 4;
    private static final Duration BEFORE_READING_BACK = Duration.ofMillis(200);

    private final RuleOperations rules;
    private final TargetCheck check;
    private final ConfigurationWrites configurations;
    private final Function<RuleSpec, Fingerprint> key;
    private final Set<String> created = ConcurrentHashMap.newKeySet();
    private final Set<String> conflicting = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    RuleWrites(
            FlexAlertsClient client,
            TargetCheck check,
            ConfigurationWrites configurations,
            Function<RuleSpec, Fingerprint> key) {
        this.rules = client.rules();
        this.check = check;
        this.configurations = configurations;
        this.key = key;
    }

    Step create(RuleChange change, int index) {
        Mono<Result> write = Mono.defer(() -> {
            RuleSpec spec = spec(change);
            return spec == null ? Mono.just(new Result(Outcome.SKIPPED, null)) : create(spec, 1);
        });
        return new Step(
                Steps.rule(Action.CREATE, String.valueOf(index)),
                Subject.RULE,
                Action.CREATE,
                change.name(),
                check.created(index),
                write);
    }

    private Mono<Result> create(RuleSpec spec, int attempt) {
        return Retrying.transientErrors(rules.create(spec))
                .doOnNext(rule -> created.add(String.valueOf(rule.sid())))
                .map(rule -> new Result(Outcome.WRITTEN, rule.sid()))
                .onErrorResume(AmbiguousOutcomeException.class, lost -> settle(spec, attempt, lost));
    }

    /** Reads back after a lost answer, and repeats the create only if the rule is not there. */
    private Mono<Result> settle(RuleSpec spec, int attempt, AmbiguousOutcomeException lost) {
        Fingerprint wanted = key.apply(spec);
        Mono<Result> again = attempt < MOST_CREATES ? Mono.defer(() -> create(spec, attempt + 1)) : Mono.error(lost);
        return Mono.delay(BEFORE_READING_BACK.multipliedBy(attempt))
                .thenMany(rules.list(
                        RuleQuery.builder().pageSize(RuleQuery.MAX_PAGE_SIZE).build()))
                .filter(rule -> key.apply(rule.spec()).equals(wanted) && isNew(rule))
                .next()
                .onErrorMap(error -> lost)
                .map(rule -> new Result(Outcome.SETTLED, rule.sid()))
                .switchIfEmpty(again);
    }

    private boolean isNew(Rule rule) {
        String sid = String.valueOf(rule.sid());
        return !check.isKnown(sid) && created.add(sid);
    }

    Step update(RuleChange change) {
        String sid = requireNonNull(change.sid());
        Mono<Result> write = Mono.defer(() -> {
            RuleSpec spec = spec(change);
            return spec == null ? Mono.just(new Result(Outcome.SKIPPED, sid)) : update(change, sid, spec);
        });
        return new Step(
                Steps.rule(Action.UPDATE, sid),
                Subject.RULE,
                Action.UPDATE,
                change.name(),
                check.isUpdated(sid) ? sid : null,
                write);
    }

    private Mono<Result> update(RuleChange change, String sid, RuleSpec spec) {
        return fetched(sid)
                .flatMap(rule ->
                        isUnchanged(change, rule) ? write(sid, spec) : Mono.just(new Result(Outcome.CONFLICT, sid)))
                .onErrorResume(NotFoundException.class, gone -> Mono.just(new Result(Outcome.CONFLICT, sid)));
    }

    private Mono<Result> write(String sid, RuleSpec spec) {
        return Retrying.settled(
                rules.update(sid, spec).map(done -> new Result(Outcome.WRITTEN, sid)),
                error -> rules.fetch(sid)
                        .filter(rule -> RuleDiff.matches(spec, rule.spec()))
                        .map(rule -> new Result(Outcome.SETTLED, sid))
                        .switchIfEmpty(Mono.error(error)));
    }

    /** Fetches a rule that is to be deleted and remembers if it changed. */
    Mono<Void> verify(RuleChange change) {
        String sid = requireNonNull(change.sid());
        return fetched(sid)
                .filter(rule -> !isUnchanged(change, rule))
                .doOnNext(rule -> conflict(change, sid))
                .onErrorResume(error -> {
                    if (!(error instanceof NotFoundException)) {
                        conflict(change, sid);
                    }
                    return Mono.empty();
                })
                .then();
    }

    private void conflict(RuleChange change, String sid) {
        changed.add(sid);
        String ttid = change.current() == null
                ? null
                : change.current().notification().methodsId();
        if (ttid != null) {
            conflicting.add(ttid);
        }
    }

    /** Returns the configurations of rules that are not deleted because they changed. */
    Set<String> conflicting() {
        return conflicting;
    }

    Step delete(RuleChange change) {
        String sid = requireNonNull(change.sid());
        String ttid = change.current() == null
                ? null
                : change.current().notification().methodsId();
        Mono<Result> write = Mono.defer(() -> {
            if (changed.contains(sid)) {
                return Mono.just(new Result(Outcome.CONFLICT, sid));
            }
            return configurations.isKept(ttid) ? Mono.just(new Result(Outcome.SKIPPED, sid)) : delete(sid);
        });
        return new Step(
                Steps.rule(Action.DELETE, sid),
                Subject.RULE,
                Action.DELETE,
                change.name(),
                check.isDeleted(sid) ? sid : null,
                write);
    }

    private Mono<Result> delete(String sid) {
        Mono<Result> settled = Mono.just(new Result(Outcome.SETTLED, sid));
        return Retrying.settled(
                rules.delete(sid)
                        .thenReturn(new Result(Outcome.WRITTEN, sid))
                        .onErrorResume(NotFoundException.class, gone -> settled),
                error -> rules.fetch(sid)
                        .flatMap(rule -> Mono.<Result>error(error))
                        .onErrorResume(NotFoundException.class, gone -> settled));
    }

    private Mono<Rule> fetched(String sid) {
        return Retrying.transientErrors(rules.fetch(sid));
    }

    private static boolean isUnchanged(RuleChange change, Rule rule) {
        return change.current() != null
                && Objects.equals(RuleDiff.fingerprint(change.current()), RuleDiff.fingerprint(rule.spec()));
    }

    /** Returns the rule with the configuration that the plan created; null if its create failed. */
    private @Nullable RuleSpec spec(RuleChange change) {
        RuleSpec desired = requireNonNull(change.desired());
        if (change.configuration() == null) {
            return desired;
        }
        String ttid = configurations.created(change.configuration());
        return ttid == null ? null : RuleDiff.withConfiguration(desired, ttid);
    }
}
