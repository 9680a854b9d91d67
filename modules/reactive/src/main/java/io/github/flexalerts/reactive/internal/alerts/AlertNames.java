package io.github.flexalerts.reactive.internal.alerts;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import io.github.flexalerts.core.error.UnresolvedNameException.Kind;
import io.github.flexalerts.core.error.UnresolvedNameException.Reason;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.core.user.FlexUser;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.TaskQueueOperations;
import io.github.flexalerts.reactive.internal.option.Sids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes SIDs of the names in a plan, and checks that what its SIDs name is there. Lists are walked once and kept no further
 * than the plan names; the service's own filter by name is not used, since how exactly it matches is not documented. What the
 * rule has already is left as it is: of a metric of agents, the channel is empty.
 */
final class AlertNames {
    private static final int FETCHES = 4;

    private final FlexAlertsClient client;
    private final @Nullable String workspaceSid;
    private final String operation;
    private final @Nullable String knownChannel;
    private final List<String> knownQueues;

    /**
     * Creates the look-up of one plan.
     *
     * @param workspaceSid the workspace of the client's instance, null if it is to be looked up
     * @param operation the id of the operation
     * @param stands the existing rule, null if there is none yet
     */
    AlertNames(FlexAlertsClient client, @Nullable String workspaceSid, String operation, @Nullable RuleSpec stands) {
        this.client = client;
        this.workspaceSid = workspaceSid;
        this.operation = operation;
        this.knownChannel = stands == null ? null : stands.taskChannelSid();
        this.knownQueues = stands == null || stands.taskQueueSids() == null ? List.of() : stands.taskQueueSids();
    }

    /** Returns the plan with SIDs alone. */
    Mono<AlertPlan> resolve(AlertPlan plan) {
        return rule(plan.rule())
                .flatMap(rule -> destinations(plan.destinations())
                        .map(to -> new AlertPlan(rule, to, plan.continuedTtid()))
                        .defaultIfEmpty(new AlertPlan(rule, null, null)));
    }

    private Mono<RuleSpec> rule(RuleSpec rule) {
        String channel = String.valueOf(rule.taskChannelSid());
        List<String> queues = requireNonNull(rule.taskQueueSids());
        return channel.equals(knownChannel) && knownQueues.containsAll(queues)
                ? Mono.just(rule)
                : workspace()
                        .flatMap(in -> channel(in, channel)
                                .flatMap(channelSid -> queues(in, queues)
                                        .map(queueSids -> rule.toBuilder()
                                                .taskChannelSid(channelSid)
                                                .taskQueueSids(queueSids)
                                                .build())));
    }

    private Mono<String> workspace() {
        return workspaceSid == null ? client.configuration().map(this::workspace) : Mono.just(workspaceSid);
    }

    /** Queues and channels of another instance's workspace would make a rule that watches nothing. */
    private String workspace(FlexConfiguration account) {
        String instance = account.instanceSid();
        String workspace = account.workspaceSid();
        if (workspace == null || (instance != null && !instance.equals(client.instanceSid()))) {
            throw unresolved(Kind.WORKSPACE, Reason.MISSING, 1, client.instanceSid(), List.of());
        }
        return workspace;
    }

    /** How exactly the service matches a unique name is not documented, so what it answers is compared with the name. */
    private Mono<String> channel(String workspace, String name) {
        if (name.equals(knownChannel)) {
            return Mono.just(name);
        }
        Mono<TaskChannel> fetched = Sids.fitsPath(name)
                ? RuleConfigurations.unlessGone(client.taskChannels(workspace).fetch(name))
                : Mono.empty();
        return fetched.filter(channel -> name.equals(channel.sid()) || name.equals(channel.uniqueName()))
                .mapNotNull(TaskChannel::sid)
                .switchIfEmpty(Mono.error(() -> unresolved(Kind.TASK_CHANNEL, Reason.MISSING, 1, name, List.of())));
    }

    private Mono<List<String>> queues(String workspace, List<String> names) {
        List<String> asked =
                names.stream().filter(name -> !knownQueues.contains(name)).toList();
        Flux<Named> found = asked.isEmpty() ? Flux.empty() : found(workspace, asked);
        return sids(Kind.TASK_QUEUE, names, knownQueues, found)
                .map(sids -> names.stream().map(sids::get).distinct().toList());
    }

    /** Queues that are all named by SID are fetched; if one of them is not there, it may be a name like a SID. */
    private Flux<Named> found(String workspace, List<String> names) {
        TaskQueueOperations queues = client.taskQueues(workspace);
        Flux<Named> all = queues.list().map(AlertNames::named);
        return names.stream().allMatch(Sids::isQueue)
                ? Flux.fromIterable(names)
                        .flatMap(queues::fetch, FETCHES, 1)
                        .map(AlertNames::named)
                        .onErrorResume(NotFoundException.class, gone -> all)
                : all;
    }

    /** Resolves the users of destinations; empty if there are no destinations. */
    private Mono<Destinations> destinations(@Nullable Destinations to) {
        Subscriptions subscriptions = to == null ? null : to.subscriptions();
        if (to == null || subscriptions == null || subscriptions.users().isEmpty()) {
            return Mono.justOrEmpty(to);
        }
        Flux<Named> users = client.users().list().map(AlertNames::named);
        return sids(Kind.USER, subscriptions.users(), List.of(), users)
                .map(sids -> to.toBuilder()
                        .subscriptions(subscriptions.withUsers(sids::get))
                        .build());
    }

    private Mono<Map<String, String>> sids(Kind kind, List<String> names, List<String> known, Flux<Named> all) {
        return all.filter(each -> names.stream().anyMatch(each::bears))
                .collectList()
                .map(found -> {
                    Map<String, String> sids = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        String name = names.get(i);
                        sids.put(name, known.contains(name) ? name : sid(kind, i + 1, name, found));
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

    /** Something that a plan can name; without a SID it cannot. */
    private record Named(String sid, List<String> names, boolean active) {
        boolean bears(String name) {
            return !sid.isEmpty() && (sid.equals(name) || names.contains(name));
        }
    }
}
