package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Mapping;
import io.github.flexalerts.bulk.PlanProblem;
import io.github.flexalerts.bulk.Reference;
import io.github.flexalerts.bulk.Reference.Kind;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Replaces the identifiers of the source by those of the target, and collects what cannot be replaced. */
final class Resolver {
    private final boolean identity;
    private final Mapping mapping;
    private final Map<Kind, Map<String, Reference>> references = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, String>> resolved = new EnumMap<>(Kind.class);
    private final Map<String, PlanProblem> problems = new LinkedHashMap<>();
    private final TargetNames target;

    private Resolver(DesiredState desired, Mapping mapping, boolean identity, TargetNames target) {
        this.identity = identity;
        this.mapping = mapping;
        this.target = target;
        for (Kind kind : Kind.values()) {
            references.put(kind, new HashMap<>());
            resolved.put(kind, new HashMap<>());
        }
        desired.references()
                .forEach(each ->
                        Objects.requireNonNull(references.get(each.kind())).put(each.sid(), each));
    }

    /** Reads the names of the target if rules come from another instance. */
    static Mono<Resolver> of(
            FlexAlertsClient client, DesiredState desired, Mapping mapping, @Nullable String workspaceSid) {
        boolean identity =
                desired.instanceSid() == null || desired.instanceSid().equals(client.instanceSid());
        List<Kind> needed = identity
                ? List.of()
                : desired.references().stream()
                        .filter(each -> override(mapping, each) == null)
                        .map(Reference::kind)
                        .distinct()
                        .toList();
        return TargetNames.read(client, needed, workspaceSid)
                .map(names -> new Resolver(desired, mapping, identity, names));
    }

    /** Returns a rule with the queues and the channel of the target. */
    RuleSpec rule(RuleSpec spec) {
        String channel = spec.taskChannelSid();
        List<String> queues = spec.taskQueueSids();
        String toChannel = channel == null || channel.isBlank() ? channel : sid(Kind.CHANNEL, channel);
        List<String> toQueues = queues == null
                ? null
                : queues.stream().map(queue -> sid(Kind.QUEUE, queue)).toList();
        if (Objects.equals(channel, toChannel) && Objects.equals(queues, toQueues)) {
            return spec;
        }
        return new RuleSpec(
                spec.friendlyName(),
                spec.metricId(),
                toChannel,
                toQueues,
                spec.active(),
                spec.thresholds(),
                spec.notification(),
                spec.unread());
    }

    /** Returns destinations with the users of the target. */
    Destinations destinations(Destinations source) {
        Subscriptions subscriptions = source.subscriptions();
        return subscriptions == null
                ? source
                : new Destinations(
                        subscriptions.withUsers(user -> sid(Kind.USER, user)),
                        source.webhooks(),
                        source.emails(),
                        source.unread());
    }

    /** Tells whether rules keep the identifiers of the source. */
    boolean isIdentity() {
        return identity;
    }

    /** Reports another problem. */
    void report(PlanProblem problem) {
        problems.putIfAbsent(problem.toString(), problem);
    }

    List<PlanProblem> problems() {
        return List.copyOf(problems.values());
    }

    private String sid(Kind kind, String source) {
        Map<String, String> known = Objects.requireNonNull(resolved.get(kind));
        String found = known.get(source);
        if (found == null) {
            found = resolve(kind, source);
            known.put(source, found);
        }
        return found;
    }

    private String resolve(Kind kind, String source) {
        Reference reference = Objects.requireNonNull(references.get(kind))
                .getOrDefault(source, new Reference(kind, source, null, null));
        String override = override(mapping, reference);
        if (override != null) {
            return override;
        }
        if (identity) {
            return source;
        }
        TargetNames.Lookup lookup = target.find(reference);
        if (lookup.sid() != null) {
            return lookup.sid();
        }
        report(new PlanProblem(reference.toString(), reference.name(), lookup.reason()));
        return source;
    }

    private static @Nullable String override(Mapping mapping, Reference reference) {
        Map<String, String> overrides = mapping.of(reference.kind());
        String bySid = overrides.get(reference.sid());
        if (bySid != null) {
            return bySid;
        }
        String byName = reference.name() == null ? null : overrides.get(reference.name());
        return byName != null || reference.email() == null ? byName : overrides.get(reference.email());
    }
}
