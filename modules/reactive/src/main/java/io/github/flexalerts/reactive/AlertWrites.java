package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The two writes of an alert: a configuration, and the rule that refers to it; of one subscription.
 *
 * <p>Both are cached, which keeps them running when the subscriber cancels: a request that is broken off may have been
 * processed, and a configuration whose id was not read can never be deleted. So whoever cancels makes {@link #cancelled()} the
 * next subscriber, which waits for the write under way and then takes back what is left alone.
 */
final class AlertWrites {
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
        this.written = made.flatMap(
                        configuration -> write.request().apply(referringTo(plan.rule(), ttid(configuration))))
                .cache();
    }

    /**
     * The write of a rule.
     *
     * @param operation the id of the operation that it is part of
     * @param request writes the rule
     * @param target whether a rule is the one that is written
     */
    record RuleWrite(String operation, Function<RuleSpec, Mono<Rule>> request, Predicate<Rule> target) {}

    static Mono<Alert> of(
            RuleWrite write, AlertPlan plan, RuleConfigurations configurations, AlertJournal journal, Destinations to) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> new AlertWrites(write, plan, configurations, journal, to)),
                AlertWrites::run,
                done -> Mono.empty(),
                (failed, error) -> Mono.empty(), // run has taken back what it could
                AlertWrites::cancelled);
    }

    static RuleSpec referringTo(RuleSpec rule, String ttid) {
        return rule.toBuilder().notifyMethodsId(ttid).build();
    }

    private Mono<Alert> run() {
        return made.flatMap(configuration -> Mono.defer(() -> journal.configurationMade(ttid(configuration)))
                .then(Mono.defer(() -> open.compareAndSet(true, false) ? written : stopped()))
                .onErrorResume(failure -> settle(ttid(configuration), failure))
                .map(rule -> new Alert(rule, configuration)));
    }

    private Mono<Void> cancelled() {
        boolean writesNoRule = open.compareAndSet(true, false);
        if (!started) {
            return Mono.empty();
        }
        Mono<Rule> end = writesNoRule ? stopped() : written;
        return made.flatMap(configuration -> end.onErrorResume(failure -> settle(ttid(configuration), failure)))
                .onErrorComplete(CancellationException.class)
                .then();
    }

    private Mono<NotificationConfiguration> start(Destinations to) {
        started = true;
        if (!open.get()) {
            return stopped();
        }
        String ttid = plan.continuedTtid();
        Mono<NotificationConfiguration> fresh = Mono.defer(() -> create(to));
        return ttid == null ? fresh : goOn(ttid, to).switchIfEmpty(fresh);
    }

    private Mono<NotificationConfiguration> goOn(String ttid, Destinations to) {
        return configurations
                .update(ttid, to)
                .map(read -> read.ttid() == null ? withTtid(read, ttid) : read)
                .doOnNext(read -> continued = true)
                .onErrorMap(failure -> orphaned(ttid, failure, null));
    }

    private Mono<NotificationConfiguration> create(Destinations to) {
        return configurations
                .create(to)
                .onErrorMap(failure -> mayBeDone(failure), failure -> orphaned(null, failure, null))
                .flatMap(read -> read.ttid() == null ? Mono.error(withoutTtid()) : Mono.just(read));
    }

    /** Ends a write of the rule that failed: it may stand nevertheless; if it does not, the configuration has to go. */
    private Mono<Rule> settle(String ttid, Throwable failure) {
        boolean mayStand = mayBeDone(failure);
        Mono<Rule> user = mayStand || continued
                ? configurations
                        .users(ttid)
                        .reduce((one, other) -> write.target().test(one) ? one : other)
                        .onErrorMap(unread -> orphaned(ttid, failure, unread))
                : Mono.empty();
        Mono<Rule> takenBack = Mono.defer(() -> configurations
                .delete(ttid)
                .onErrorMap(stays -> orphaned(ttid, failure, stays))
                .then(Mono.error(failure)));
        return user.flatMap(rule -> mayStand && write.target().test(rule) ? Mono.just(rule) : Mono.<Rule>error(failure))
                .switchIfEmpty(takenBack);
    }

    /** Whether the service may have done what it did not confirm. */
    private static boolean mayBeDone(Throwable failure) {
        return failure instanceof AmbiguousOutcomeException
                || failure instanceof DecodingException
                || (failure instanceof FlexAlertsException call
                        && call.attempts().stream().anyMatch(Attempt::uncertain));
    }

    private OrphanedConfigurationException orphaned(
            @Nullable String ttid, Throwable failure, @Nullable Throwable stays) {
        OrphanedConfigurationException orphaned = new OrphanedConfigurationException(write.operation(), ttid, failure);
        if (stays != null) {
            orphaned.addSuppressed(stays);
        }
        return orphaned;
    }

    private OrphanedConfigurationException withoutTtid() {
        return orphaned(
                null,
                new DecodingException("notifications.create", "the answer has no ttid", null, null, List.of()),
                null);
    }

    private static NotificationConfiguration withTtid(NotificationConfiguration read, String ttid) {
        return new NotificationConfiguration(ttid, read.instanceSid(), read.destinations(), read.unread());
    }

    private static String ttid(NotificationConfiguration made) {
        return String.valueOf(made.ttid()); // none is without: see create and goOn
    }

    private static <T> Mono<T> stopped() {
        return Mono.error(new CancellationException("the alert was cancelled before its next write"));
    }
}
