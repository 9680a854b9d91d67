package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notification configurations as rules use them. One that is gone is no error here. */
record RuleConfigurations(RuleOperations rules, NotificationOperations configurations) {

    /** The id of the configuration that a rule refers to, null if to none. */
    static @Nullable String ttid(Rule rule) {
        String ttid = rule.spec().notification().methodsId();
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
        return rules.list(RuleQuery.all()).filter(rule -> ttid.equals(ttid(rule)));
    }

    Mono<Void> delete(String ttid) {
        return unlessGone(configurations.delete(ttid));
    }

    /** Deletes a configuration unless a rule refers to it, this one aside. */
    Mono<Void> deleteUnlessUsed(String ttid, @Nullable String sid) {
        return users(ttid)
                .filter(rule -> sid == null || !Objects.equals(rule.sid(), sid))
                .hasElements()
                .flatMap(used -> used ? Mono.empty() : delete(ttid));
    }

    private static <T> Mono<T> unlessGone(Mono<T> call) {
        return call.onErrorResume(NotFoundException.class, gone -> Mono.empty());
    }
}
