package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.WriteResult.Outcome;
import io.github.flexalerts.bulk.WriteResult.Settlement;
import io.github.flexalerts.bulk.internal.plan.RuleDiff;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.RuleOperations;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes many rules of one instance. Every input returns with its outcome and the caller's context; a failed write does not end
 * the stream. Calls use the {@link Lane#BULK} lane, so they take only the permits that interactive calls leave free.
 *
 * <p>Nothing happens before a subscription. The operators request no more inputs than they write at once, results follow the
 * demand of the subscriber, and cancelling stops all writes. Results arrive on threads of the transport. If the input stream
 * fails, the results of earlier inputs and then the error are emitted. Reference: the InsightsRules resource.
 *
 * <pre>{@code
 * BulkWrites.of(client).createAll(specs.map(spec -> WriteInput.create(spec, spec.friendlyName())))
 *         .filter(result -> result.outcome() != WriteResult.Outcome.WRITTEN)
 *         .subscribe(result -> report(result.context(), result.error()));
 * }</pre>
 */
public final class BulkWrites {
    /** How many writes are in progress at once by default. */
    public static final int DEFAULT_CONCURRENCY = 32;

    private final RuleOperations rules;
    private final int concurrency;
    private final boolean ordered;

    private BulkWrites(RuleOperations rules, int concurrency, boolean ordered) {
        this.rules = rules;
        this.concurrency = concurrency;
        this.ordered = ordered;
    }

    /**
     * Returns the writes of a client's instance: {@value #DEFAULT_CONCURRENCY} at once, results as they complete.
     *
     * @param client the client; the caller closes it
     * @return the writes
     */
    public static BulkWrites of(FlexAlertsClient client) {
        return new BulkWrites(client.lane(Lane.BULK).rules(), DEFAULT_CONCURRENCY, false);
    }

    /**
     * Sets how many writes are in progress at once. The governor of the account may admit fewer.
     *
     * @param writes from 1 to 1000
     * @return a copy with this setting
     * @throws IllegalArgumentException if the number is out of range
     */
    public BulkWrites concurrency(int writes) {
        if (writes < 1 || writes > 1000) {
            throw new IllegalArgumentException("writes must be between 1 and 1000, was " + writes);
        }
        return new BulkWrites(rules, writes, ordered);
    }

    /**
     * Emits results in the order of the inputs. Up to {@link #concurrency} results wait for an earlier one.
     *
     * @return a copy with this setting
     */
    public BulkWrites inputOrder() {
        return new BulkWrites(rules, concurrency, true);
    }

    /**
     * Creates rules. If the answer of a create is lost, the rules are listed once to settle it; see {@link Settlement}.
     *
     * @param inputs made by {@link WriteInput#create}
     * @return one result per input; a spec that lacks a required field is {@link Outcome#FAILED} and nothing is sent for it
     * @param <C> the type of the context
     */
    public <C> Flux<WriteResult<C>> createAll(Flux<WriteInput<C>> inputs) {
        requireNonNull(inputs, "inputs");
        return Flux.defer(() -> {
            Set<String> created = ConcurrentHashMap.newKeySet();
            return each(inputs, input -> create(input, created));
        });
    }

    /**
     * Replaces rules. Each rule is fetched first and is not written if it has these values already.
     *
     * @param inputs made by {@link WriteInput#update}
     * @return one result per input; a rule that does not exist is {@link Outcome#FAILED}
     * @param <C> the type of the context
     */
    public <C> Flux<WriteResult<C>> updateAll(Flux<WriteInput<C>> inputs) {
        requireNonNull(inputs, "inputs");
        return each(inputs, this::update);
    }

    /**
     * Deletes rules; their notification configurations stay.
     *
     * @param inputs made by {@link WriteInput#delete}
     * @return one result per input; a rule that does not exist is {@link Outcome#UNCHANGED}
     * @param <C> the type of the context
     */
    public <C> Flux<WriteResult<C>> deleteAll(Flux<WriteInput<C>> inputs) {
        requireNonNull(inputs, "inputs");
        return each(inputs, this::delete);
    }

    private <C> Flux<WriteResult<C>> each(
            Flux<WriteInput<C>> inputs, Function<WriteInput<C>, Mono<WriteResult<C>>> write) {
        Function<WriteInput<C>, Mono<WriteResult<C>>> guarded = input -> Mono.defer(() -> write.apply(input))
                .onErrorResume(
                        error -> Mono.just(new WriteResult<>(input.context(), Outcome.FAILED, null, error, null)));
        return ordered ? inputs.flatMapSequential(guarded, concurrency, 1) : inputs.flatMap(guarded, concurrency, 1);
    }

    private <C> Mono<WriteResult<C>> create(WriteInput<C> input, Set<String> created) {
        RuleSpec spec = requireNonNull(input.spec(), "spec");
        return rules.create(spec)
                .doOnNext(rule -> created.add(String.valueOf(rule.sid())))
                .map(rule -> new WriteResult<>(input.context(), Outcome.WRITTEN, rule, null, null))
                .onErrorResume(AmbiguousOutcomeException.class, lost -> settle(input, spec, created, lost));
    }

    private <C> Mono<WriteResult<C>> settle(
            WriteInput<C> input, RuleSpec spec, Set<String> created, AmbiguousOutcomeException lost) {
        return rules.list(RuleQuery.all())
                .filter(rule -> RuleDiff.matches(spec, rule.spec()) && !created.contains(String.valueOf(rule.sid())))
                .take(2)
                .collectList()
                .map(found -> settled(input, found, created, lost))
                .onErrorResume(error -> Mono.just(ambiguous(input, lost, Settlement.UNRESOLVED)));
    }

    private static <C> WriteResult<C> settled(
            WriteInput<C> input, List<Rule> found, Set<String> created, AmbiguousOutcomeException lost) {
        if (found.size() != 1) {
            return ambiguous(input, lost, found.isEmpty() ? Settlement.NOT_FOUND : Settlement.UNRESOLVED);
        }
        Rule rule = found.get(0);
        return created.add(String.valueOf(rule.sid()))
                ? new WriteResult<>(input.context(), Outcome.WRITTEN, rule, null, Settlement.FOUND)
                : ambiguous(input, lost, Settlement.UNRESOLVED);
    }

    private static <C> WriteResult<C> ambiguous(
            WriteInput<C> input, AmbiguousOutcomeException lost, Settlement settlement) {
        return new WriteResult<>(input.context(), Outcome.AMBIGUOUS, null, lost, settlement);
    }

    private <C> Mono<WriteResult<C>> update(WriteInput<C> input) {
        String sid = requireNonNull(input.sid(), "sid");
        RuleSpec spec = requireNonNull(input.spec(), "spec").requireComplete();
        return rules.fetch(sid)
                .flatMap(current -> RuleDiff.matches(spec, current.spec())
                        ? Mono.just(new WriteResult<>(input.context(), Outcome.UNCHANGED, current, null, null))
                        : rules.update(sid, spec)
                                .map(rule -> new WriteResult<>(input.context(), Outcome.WRITTEN, rule, null, null)));
    }

    private <C> Mono<WriteResult<C>> delete(WriteInput<C> input) {
        return rules.delete(requireNonNull(input.sid(), "sid"))
                .thenReturn(new WriteResult<>(input.context(), Outcome.WRITTEN, (Rule) null, null, null))
                .onErrorResume(
                        NotFoundException.class,
                        gone -> Mono.just(new WriteResult<>(input.context(), Outcome.UNCHANGED, null, null, null)));
    }
}
