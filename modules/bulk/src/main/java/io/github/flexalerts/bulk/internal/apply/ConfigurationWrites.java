package io.github.flexalerts.bulk.internal.apply;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.ApplyEvent.Subject;
import io.github.flexalerts.bulk.ConfigurationChange;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.bulk.internal.apply.Step.Result;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.NotificationOperations;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The writes of notification configurations. */
final class ConfigurationWrites {
    private final FlexAlertsClient client;
    private final Steps steps;
    private final Map<String, String> created = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    ConfigurationWrites(FlexAlertsClient client, Steps steps) {
        this.client = client;
        this.steps = steps;
    }

    /** Only plans with configurations need the account that these operations require. */
    private NotificationOperations operations() {
        return client.notificationConfigurations();
    }

    /** Returns the step of a create or an update. */
    Step step(ConfigurationChange change) {
        return change.action() == Action.CREATE ? create(change) : update(change);
    }

    private Step create(ConfigurationChange change) {
        String name = Steps.configuration(Action.CREATE, change.key());
        String earlier = steps.written(name);
        if (earlier != null) {
            created.put(change.key(), earlier);
        }
        Mono<Result> write = Retrying.transientErrors(
                        Mono.defer(() -> operations().create(requireNonNull(change.desired()))))
                .map(made -> String.valueOf(made.ttid()))
                .doOnNext(ttid -> created.put(change.key(), ttid))
                .map(ttid -> new Result(Outcome.WRITTEN, ttid));
        return new Step(name, Subject.CONFIGURATION, Action.CREATE, null, earlier, write);
    }

    private Step update(ConfigurationChange change) {
        String ttid = requireNonNull(change.ttid());
        Destinations desired = requireNonNull(change.desired());
        Mono<Result> write = Retrying.transientErrors(
                        Mono.defer(() -> operations().fetch(ttid)))
                .flatMap(found -> {
                    if (found.destinations().equals(desired)) {
                        return Mono.just(new Result(Outcome.SETTLED, ttid));
                    }
                    return Objects.equals(found.destinations(), change.current())
                            ? Retrying.transientErrors(operations().update(ttid, desired))
                                    .map(done -> new Result(Outcome.WRITTEN, ttid))
                            : Mono.just(new Result(Outcome.CONFLICT, ttid));
                });
        return new Step(
                Steps.configuration(Action.UPDATE, change.key()),
                Subject.CONFIGURATION,
                Action.UPDATE,
                null,
                null,
                write);
    }

    /** Returns the step of a delete, which is skipped if a rule that uses the configuration is in conflict. */
    Step delete(ConfigurationChange change, Set<String> conflicting) {
        String ttid = requireNonNull(change.ttid());
        Mono<Result> delete = Retrying.transientErrors(
                        Mono.defer(() -> operations().delete(ttid)))
                .onErrorResume(NotFoundException.class, gone -> Mono.empty())
                .thenReturn(new Result(Outcome.WRITTEN, ttid))
                .doOnError(error -> kept.add(ttid));
        Mono<Result> write = Mono.defer(() -> {
            if (conflicting.contains(ttid)) {
                kept.add(ttid);
                return Mono.just(new Result(Outcome.SKIPPED, ttid));
            }
            return delete;
        });
        String name = Steps.configuration(Action.DELETE, change.key());
        return new Step(name, Subject.CONFIGURATION, Action.DELETE, null, steps.written(name), write);
    }

    /** Returns the configuration that this plan created; null if its create failed. */
    @Nullable
    String created(String key) {
        return created.get(key);
    }

    /** Tells whether a configuration was not deleted although the plan says so. */
    boolean isKept(@Nullable String ttid) {
        return ttid != null && kept.contains(ttid);
    }
}
