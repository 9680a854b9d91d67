package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.ApplyEvent;
import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.ApplyEvent.Subject;
import io.github.flexalerts.bulk.ConfigurationChange;
import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.bulk.Journal;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One application of a plan. */
public final class ApplyRun {
    /** A request of a run that was killed may reach the service after the next run has started. */
    private static final Duration LATE_WRITES = Duration.ofSeconds(1);

    private final FlexAlertsClient client;
    private final Plan plan;
    private final Journaled journaled;
    private final Steps steps;
    private final Function<RuleSpec, Fingerprint> key;
    private final ConfigurationWrites configurations;
    private final int concurrency;
    private final AtomicBoolean incomplete = new AtomicBoolean();

    public ApplyRun(
            FlexAlertsClient client, Plan plan, Function<RuleSpec, Fingerprint> key, Journal journal, int concurrency) {
        this.client = client;
        this.plan = plan;
        this.concurrency = concurrency;
        this.journaled = new Journaled(journal);
        this.steps = new Steps(journal.entries());
        this.key = key;
        this.configurations = new ConfigurationWrites(client, steps);
    }

    /** Compares the target with the plan, and runs the phases one after the other. */
    public Flux<ApplyEvent> run() {
        return compared()
                .flatMap(check ->
                        check.hasOpenCreates() ? Mono.delay(LATE_WRITES).then(compared()) : Mono.just(check))
                .doOnNext(TargetCheck::finish)
                .map(check -> new RuleWrites(client, check, configurations, key))
                .flatMapMany(rules -> Flux.concat(
                        phase(this::configurationSteps),
                        phase(() -> ruleSteps(rules)),
                        Flux.defer(() -> deletions(rules))));
    }

    private Mono<TargetCheck> compared() {
        return Mono.defer(() -> {
            TargetCheck check = new TargetCheck(plan, steps, key);
            return client.rules()
                    .list(RuleQuery.builder().pageSize(RuleQuery.MAX_PAGE_SIZE).build())
                    .doOnNext(check::accept)
                    .then(Mono.just(check));
        });
    }

    private Flux<ApplyEvent> phase(Supplier<List<Step>> phase) {
        return Flux.defer(() -> journaled.run(phase.get(), concurrency).doOnNext(this::note));
    }

    private void note(ApplyEvent event) {
        if (!event.isDone()) {
            incomplete.set(true);
        }
    }

    private List<Step> configurationSteps() {
        List<Step> list = new ArrayList<>();
        for (ConfigurationChange change : plan.configurations()) {
            if (change.action() != Action.DELETE) {
                list.add(configurations.step(change));
            }
        }
        return list;
    }

    private List<Step> ruleSteps(RuleWrites rules) {
        List<Step> list = new ArrayList<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            RuleChange change = plan.rules().get(i);
            if (change.action() == Action.CREATE) {
                list.add(rules.create(change, i));
            } else if (change.action() == Action.UPDATE) {
                list.add(rules.update(change));
            }
        }
        return list;
    }

    /** Deletes only if everything else was written: configurations first, then the rules that used them. */
    private Flux<ApplyEvent> deletions(RuleWrites rules) {
        List<RuleChange> deletes = plan.rules().stream()
                .filter(change -> change.action() == Action.DELETE)
                .toList();
        List<ConfigurationChange> unused = plan.configurations().stream()
                .filter(change -> change.action() == Action.DELETE)
                .toList();
        if (incomplete.get()) {
            return Flux.concat(
                    Flux.fromIterable(unused).map(change -> skipped(Subject.CONFIGURATION, change.ttid(), null)),
                    Flux.fromIterable(deletes).map(change -> skipped(Subject.RULE, change.sid(), change.name())));
        }
        return Flux.fromIterable(deletes)
                .flatMap(rules::verify, concurrency, 1)
                .thenMany(Flux.concat(
                        phase(() -> unused.stream()
                                .map(change -> configurations.delete(change, rules.conflicting()))
                                .toList()),
                        phase(() -> deletes.stream().map(rules::delete).toList())));
    }

    private static ApplyEvent skipped(Subject subject, @Nullable String id, @Nullable String name) {
        return new ApplyEvent(subject, Action.DELETE, Outcome.SKIPPED, id, name, null);
    }
}
