package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import io.github.flexalerts.core.error.UnresolvedNameException.Kind;
import io.github.flexalerts.core.error.UnresolvedNameException.Reason;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Recipient;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.core.user.FlexUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes SIDs of the names in a plan, and checks that what its SIDs name is there. Lists are walked once and kept no further
 * than the plan names; the service's own filter by name is not used, since how exactly it matches is not documented.
 */
final class AlertNames {
    private final FlexAlertsClient client;
    private final String operation;

    AlertNames(FlexAlertsClient client, String operation) {
        this.client = client;
        this.operation = operation;
    }

    /** Returns the plan with SIDs alone. */
    Mono<AlertPlan> resolve(AlertPlan plan) {
        return client.configuration()
                .flatMap(configuration -> rule(workspace(configuration), plan.rule()))
                .flatMap(rule -> destinations(plan.destinations())
                        .map(to -> new AlertPlan(rule, to, plan.continuedTtid()))
                        .defaultIfEmpty(new AlertPlan(rule, null, null)));
    }

    /** Queues and channels of another instance's workspace would make a rule that watches nothing. */
    private String workspace(FlexConfiguration configuration) {
        String instance = configuration.instanceSid();
        String workspace = configuration.workspaceSid();
        if (workspace == null || (instance != null && !instance.equals(client.instanceSid()))) {
            throw unresolved(Kind.WORKSPACE, Reason.MISSING, 1, client.instanceSid(), List.of());
        }
        return workspace;
    }

    private Mono<RuleSpec> rule(String workspace, RuleSpec rule) {
        return channel(workspace, String.valueOf(rule.taskChannelSid()))
                .flatMap(channel -> queues(workspace, orNone(rule.taskQueueSids()))
                        .map(queues -> rule.toBuilder()
                                .taskChannelSid(channel)
                                .taskQueueSids(queues)
                                .build()));
    }

    private Mono<String> channel(String workspace, String name) {
        UnresolvedNameException missing = unresolved(Kind.TASK_CHANNEL, Reason.MISSING, 1, name, List.of());
        return Mono.defer(() -> client.taskChannels(workspace).fetch(name))
                .mapNotNull(TaskChannel::sid)
                .switchIfEmpty(Mono.error(missing))
                .onErrorMap(NotFoundException.class, gone -> missing)
                .onErrorMap(IllegalArgumentException.class, unfit -> missing);
    }

    private Mono<List<String>> queues(String workspace, List<String> names) {
        Flux<Named> queues = client.taskQueues(workspace).list().map(AlertNames::named);
        return sids(Kind.TASK_QUEUE, names, queues)
                .map(sids -> names.stream().map(sids::get).distinct().toList());
    }

    /** Resolves the users of destinations; empty if there are no destinations. */
    private Mono<Destinations> destinations(@Nullable Destinations to) {
        if (to == null) {
            return Mono.empty();
        }
        Subscriptions subscriptions = to.subscriptions();
        List<Recipient> recipients = subscriptions == null ? List.of() : orNone(subscriptions.recipients());
        List<String> names = recipients.stream()
                .flatMap(recipient -> orNone(recipient.userSids()).stream())
                .toList();
        if (subscriptions == null || names.isEmpty()) {
            return Mono.just(to);
        }
        return sids(Kind.USER, names, client.users().list().map(AlertNames::named))
                .map(sids -> to.toBuilder()
                        .subscriptions(subscriptions.withRecipients(replaced(recipients, sids::get)))
                        .build());
    }

    private static List<Recipient> replaced(List<Recipient> recipients, Function<String, String> sid) {
        return recipients.stream()
                .map(recipient -> recipient.withUserSids(orNone(recipient.userSids()).stream()
                        .map(sid)
                        .distinct()
                        .toList()))
                .toList();
    }

    private Mono<Map<String, String>> sids(Kind kind, List<String> names, Flux<Named> all) {
        return all.filter(each -> names.stream().anyMatch(each::bears))
                .collectList()
                .map(found -> {
                    Map<String, String> sids = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        sids.put(names.get(i), sid(kind, i + 1, names.get(i), found));
                    }
                    return sids;
                });
    }

    /** A SID goes before a name, and who is active before who is not. */
    private String sid(Kind kind, int position, String name, List<Named> found) {
        List<Named> bearers = found.stream().filter(each -> each.bears(name)).toList();
        List<String> sids = bearers.stream()
                .filter(Named::active)
                .map(Named::sid)
                .distinct()
                .toList();
        if (sids.contains(name)) {
            return name;
        }
        if (sids.size() == 1) {
            return sids.get(0);
        }
        Reason reason = !sids.isEmpty() ? Reason.AMBIGUOUS : bearers.isEmpty() ? Reason.MISSING : Reason.DEACTIVATED;
        throw unresolved(
                kind,
                reason,
                position,
                name,
                bearers.stream().map(Named::sid).distinct().toList());
    }

    private UnresolvedNameException unresolved(Kind kind, Reason reason, int position, String name, List<String> sids) {
        return new UnresolvedNameException(operation, kind, reason, position, name, sids);
    }

    private static Named named(TaskQueue queue) {
        return new Named(orNothing(queue.sid()), names(queue.friendlyName()), true);
    }

    private static Named named(FlexUser user) {
        return new Named(orNothing(user.sid()), names(user.username(), user.email()), user.isActive());
    }

    private static List<String> names(@Nullable String... names) {
        return Stream.of(names).filter(Objects::nonNull).toList();
    }

    private static String orNothing(@Nullable String sid) {
        return sid == null ? "" : sid;
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    /** Something that a plan can name; without a SID it cannot. */
    private record Named(String sid, List<String> names, boolean active) {
        boolean bears(String name) {
            return !sid.isEmpty() && (sid.equals(name) || names.contains(name));
        }
    }
}
