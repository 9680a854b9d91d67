package io.github.flexalerts.reactive.internal.alerts;

import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.NotificationOperations;
import io.github.flexalerts.reactive.RuleOperations;
import io.github.flexalerts.reactive.internal.call.Failure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notification configurations as rules use them. One that is gone is no error here. */
public record RuleConfigurations(RuleOperations rules, NotificationOperations configurations) {

    /** The id of the configuration that a rule refers to, null if to none. */
    static @Nullable String ttid(RuleSpec rule) {
        String ttid = rule.notification().methodsId();
        return ttid == null || ttid.isBlank() ? null : ttid;
    }

    Mono<NotificationConfiguration> create(Destinations destinations) {
        return configurations.create(destinations);
    }

    /** Fetches a configuration; empty if it is gone. */
    Mono<NotificationConfiguration> fetch(String ttid) {
        return unlessGone(configurations.fetch(ttid));
    }

    /** Replaces a configuration; empty if it is gone. */
    Mono<NotificationConfiguration> update(String ttid, Destinations destinations) {
        return unlessGone(configurations.update(ttid, destinations));
    }

    /** The rules that refer to a configuration. */
    Flux<Rule> users(String ttid) {
        return rules.list(RuleQuery.all()).filter(rule -> ttid.equals(ttid(rule.spec())));
    }

    Mono<Void> delete(String ttid) {
        return unlessGone(configurations.delete(ttid));
    }

    /** Deletes a configuration that was just created. Only a 404 with a code of the service proves that it is gone. */
    Mono<Void> takeBack(String ttid) {
        return configurations
                .delete(ttid)
                .onErrorResume(NotFoundException.class, gone -> gone.code() == null ? Mono.error(gone) : Mono.empty());
    }

    /** Deletes a configuration unless a rule refers to it, this one aside; false if one does. */
    Mono<Boolean> deleteUnlessUsed(String ttid, @Nullable String sid) {
        return users(ttid)
                .any(rule -> sid == null || !sid.equals(rule.sid()))
                .flatMap(used -> used ? Mono.just(false) : delete(ttid).thenReturn(true));
    }

    /**
     * Deletes the configuration of a rule and then performs a write that removes the reference. The configuration is deleted first:
     * the rule keeps its SID until then, so a repeat finds it. If another rule refers to it, it is checked again afterwards, because
     * both rules may be in deletion. An error names a configuration that a repeat could not find.
     */
    <T> Mono<T> lettingGo(String operation, String sid, @Nullable String ttid, Mono<T> write) {
        return ttid == null
                ? write
                : deleteUnlessUsed(ttid, sid).flatMap(gone -> gone ? write : lookingAgain(operation, sid, ttid, write));
    }

    private <T> Mono<T> lookingAgain(String operation, String sid, String ttid, Mono<T> write) {
        Mono<Boolean> again = Mono.defer(() -> deleteUnlessUsed(ttid, sid));
        return write.onErrorResume(
                        Failure::mayBeDone,
                        failure -> again.onErrorMap(stays -> orphaned(operation, ttid, failure, stays))
                                .then(Mono.error(failure)))
                .flatMap(done -> again.onErrorMap(stays -> orphaned(operation, ttid, stays, null))
                        .thenReturn(done));
    }

    /** Names a configuration that exists, or may exist, without a rule. */
    static OrphanedConfigurationException orphaned(
            String operation, @Nullable String ttid, Throwable failure, @Nullable Throwable stays) {
        OrphanedConfigurationException orphaned = new OrphanedConfigurationException(operation, ttid, failure);
        if (stays != null) {
            orphaned.addSuppressed(stays);
        }
        return orphaned;
    }

    /** Makes a call whose object may be gone; empty if it is. */
    static <T> Mono<T> unlessGone(Mono<T> call) {
        return call.onErrorResume(NotFoundException.class, gone -> Mono.empty());
    }
}
