package io.github.flexalerts.reactive.internal.alerts;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.AlertJournal;
import io.github.flexalerts.reactive.ClientInstrumentation.Resolution;
import io.github.flexalerts.reactive.internal.call.Failure;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The two writes of an alert for one subscription: a configuration, and the rule that refers to it.
 *
 * <p>Both are cached, so they continue when the subscriber cancels: an interrupted request may have been processed, and a
 * configuration whose SID was not read can never be deleted. After a cancel, {@link #cancelled()} is the next subscriber. It waits
 * for the write in flight and then deletes a configuration that no rule uses.
 */
public final class AlertWrites {
    private final RuleWrite write;
    private final AlertPlan plan;
    private final RuleConfigurations configurations;
    private final AlertJournal journal;
    private final Mono<NotificationConfiguration> made;
    private final Mono<Rule> written;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile boolean started;
    private volatile boolean continued;

    private AlertWrites(
            RuleWrite write, AlertPlan plan, RuleConfigurations configurations, AlertJournal journal, Destinations to) {
        this.write = write;
        this.plan = plan;
        this.configurations = configurations;
        this.journal = journal;
        this.made = Mono.defer(() -> start(to)).cache();
        this.written =
                made.flatMap(configuration -> written(ttid(configuration))).cache();
    }

    /**
     * The write of a rule.
     *
     * @param operation the id of the operation that it is part of
     * @param request writes the rule
     * @param target whether a rule is the one that is written
     * @param resolved receives the result of a create whose answer was lost
     */
    public record RuleWrite(
            String operation,
            Function<RuleSpec, Mono<Rule>> request,
            Predicate<Rule> target,
            Consumer<Resolution> resolved) {}

    public static Mono<Alert> of(
            RuleWrite write, AlertPlan plan, RuleConfigurations configurations, AlertJournal journal, Destinations to) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> new AlertWrites(write, plan, configurations, journal, to)),
                AlertWrites::run,
                done -> Mono.empty(),
                (failed, error) -> Mono.empty(), // run has already compensated
                AlertWrites::cancelled);
    }

    static RuleSpec referringTo(RuleSpec rule, String ttid) {
        return rule.toBuilder().notifyMethodsId(ttid).build();
    }

    private Mono<Alert> run() {
        return made.flatMap(configuration -> kept(ttid(configuration))
                .then(Mono.defer(() -> open.compareAndSet(true, false)
                        ? settled(ttid(configuration))
                        : takenBack(ttid(configuration), new Stopped())))
                .map(rule -> new Alert(rule, configuration)));
    }

    private Mono<Rule> written(String ttid) {
        return write.request().apply(referringTo(plan.rule(), ttid)).flatMap(rule -> checked(ttid, rule));
    }

    /** An answer that names another configuration than was sent is not the answer to this write. */
    private Mono<Rule> checked(String ttid, Rule rule) {
        String named = RuleConfigurations.ttid(rule.spec());
        return named == null || named.equals(ttid)
                ? Mono.just(rule)
                : Mono.error(new DecodingException(
                        write.operation(),
                        "the answer has another notify_methods_id than was sent",
                        null,
                        null,
                        List.of()));
    }

    private Mono<Void> kept(String ttid) {
        return Mono.defer(() -> journal.configurationMade(ttid)).onErrorResume(failure -> takenBack(ttid, failure));
    }

    private Mono<Void> cancelled() {
        boolean writesNoRule = open.compareAndSet(true, false);
        if (!started) {
            return Mono.empty();
        }
        return made.flatMap(configuration ->
                        writesNoRule ? takenBack(ttid(configuration), new Stopped()) : settled(ttid(configuration)))
                .onErrorComplete(Stopped.class)
                .then();
    }

    private Mono<NotificationConfiguration> start(Destinations to) {
        started = true;
        if (!open.get()) {
            return Mono.error(new Stopped());
        }
        String ttid = plan.continuedTtid();
        Mono<NotificationConfiguration> fresh = Mono.defer(() -> create(to));
        return ttid == null ? fresh : goOn(ttid, to).switchIfEmpty(fresh);
    }

    /** Takes over what an earlier run made; empty if it is gone, or if it is another rule's, which it then stays. */
    private Mono<NotificationConfiguration> goOn(String ttid, Destinations to) {
        return configurations
                .users(ttid)
                .all(write.target())
                .flatMap(ours -> ours ? configurations.update(ttid, to) : Mono.empty())
                .doOnNext(read -> continued = true)
                .onErrorMap(failure -> orphaned(ttid, failure, null));
    }

    private Mono<NotificationConfiguration> create(Destinations to) {
        return configurations.create(to).onErrorMap(Failure::mayBeDone, failure -> orphaned(null, failure, null));
    }

    private Mono<Rule> settled(String ttid) {
        return written.onErrorResume(
                failure -> Failure.mayBeDone(failure) ? looked(ttid, failure) : takenBack(ttid, failure));
    }

    /**
     * Looks for a rule whose write may be done. That it is not seen proves nothing: it may still be on its way, and would then
     * refer to what had been deleted. So the configuration stays, and the error names it.
     */
    private Mono<Rule> looked(String ttid, Throwable failure) {
        return configurations
                .users(ttid)
                .collectList()
                .doOnError(unread -> tell(failure, Resolution.UNRESOLVED))
                .onErrorMap(unread -> orphaned(ttid, failure, unread))
                .flatMap(users -> resolved(ttid, failure, users));
    }

    private Mono<Rule> resolved(String ttid, Throwable failure, List<Rule> users) {
        Rule rule = users.stream().filter(write.target()).findFirst().orElse(null);
        tell(failure, rule == null ? Resolution.ABSENT : Resolution.FOUND);
        if (rule != null) {
            return Mono.just(rule);
        }
        return Mono.error(users.isEmpty() ? orphaned(ttid, failure, null) : failure);
    }

    /** Deletes a configuration that no rule refers to, for that is proven; one that was continued may be another's by now. */
    private <T> Mono<T> takenBack(String ttid, Throwable failure) {
        return Mono.defer(() ->
                        continued ? configurations.deleteUnlessUsed(ttid, null).then() : configurations.takeBack(ttid))
                .onErrorMap(stays -> orphaned(ttid, failure, stays))
                .then(Mono.error(failure));
    }

    private void tell(Throwable failure, Resolution resolution) {
        if (failure instanceof AmbiguousOutcomeException) {
            write.resolved().accept(resolution);
        }
    }

    private OrphanedConfigurationException orphaned(
            @Nullable String ttid, Throwable failure, @Nullable Throwable stays) {
        return RuleConfigurations.orphaned(write.operation(), ttid, failure, stays);
    }

    private static String ttid(NotificationConfiguration made) {
        return String.valueOf(made.ttid()); // an answer without it is unreadable
    }

    /** Ends a run that was cancelled; no subscriber sees it. */
    private static final class Stopped extends CancellationException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the alert was cancelled before its next write");
        }
    }
}
