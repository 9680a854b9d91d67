package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.ConfigurationChange;
import io.github.flexalerts.bulk.PlanProblem;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pairs each notification configuration of the source with one of the target. Rules that share a configuration at the source
 * share one at the target, and no two configurations of the source become one unless merging is asked for.
 */
final class ConfigurationPairs {
    private final FlexAlertsClient client;
    private final Map<String, Destinations> desired;
    private final Map<String, String> overrides;
    private final boolean sameInstance;
    private final Map<String, Set<String>> candidates = new HashMap<>();
    private final Map<String, Integer> owners = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, @Nullable String> pairs = new HashMap<>();
    private final List<ConfigurationChange> changes = new ArrayList<>();
    private final List<PlanProblem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    ConfigurationPairs(
            FlexAlertsClient client,
            Map<String, Destinations> desired,
            Map<String, String> overrides,
            boolean sameInstance) {
        this.client = client;
        this.desired = desired;
        this.overrides = overrides;
        this.sameInstance = sameInstance;
    }

    /** Adds a pair of rules that have these configurations at the source and at the target. */
    void add(String source, String target) {
        if (candidates.computeIfAbsent(source, each -> new LinkedHashSet<>()).add(target)) {
            owners.merge(target, 1, Integer::sum);
        }
    }

    /** Makes configurations with the same destinations one. */
    void merge(Set<String> wanted) {
        Map<Destinations, String> first = new HashMap<>();
        for (String source : wanted) {
            Destinations destinations = desired.get(source);
            if (destinations != null) {
                String former = first.putIfAbsent(destinations, source);
                if (former != null) {
                    aliases.put(source, former);
                }
            }
        }
    }

    /** Decides on all configurations that desired rules use. */
    Mono<Void> resolve(Set<String> wanted) {
        overrides.values().forEach(claimed::add);
        return Flux.fromIterable(wanted).concatMap(this::resolve, 1).then();
    }

    private Mono<Void> resolve(String source) {
        String override = overrides.get(source);
        if (override != null) {
            pairs.put(source, override);
            return Mono.empty();
        }
        if (aliases.containsKey(source)) {
            return Mono.empty();
        }
        Destinations destinations = desired.get(source);
        return destinations == null ? referenced(source) : paired(source, destinations);
    }

    /** Without destinations, the rules keep their reference. */
    private Mono<Void> referenced(String source) {
        if (!sameInstance) {
            problems.add(new PlanProblem(
                    "notification configuration " + source,
                    null,
                    "the file has no destinations for it: export with --destinations, or add it to the mapping file"));
            return Mono.empty();
        }
        pairs.put(source, source);
        return candidates.containsKey(source)
                ? Mono.empty()
                : existing(source)
                        .hasElement()
                        .onErrorReturn(true) // also without the account that fetching requires
                        .doOnNext(exists -> {
                            if (!exists) {
                                warnings.add(
                                        "notification configuration " + source + " does not exist, and the file has no"
                                                + " destinations for it: its rules notify nobody");
                            }
                        })
                        .then();
    }

    private Mono<Void> paired(String source, Destinations destinations) {
        Set<String> possible = new LinkedHashSet<>();
        if (sameInstance) {
            possible.add(source);
        }
        possible.addAll(candidates.getOrDefault(source, Set.of()));
        possible.removeAll(claimed);
        return Flux.fromIterable(possible)
                .concatMap(this::existing, 1)
                .collectList()
                .doOnNext(existing -> decide(source, destinations, existing))
                .then();
    }

    private void decide(String source, Destinations destinations, List<NotificationConfiguration> existing) {
        NotificationConfiguration chosen = existing.stream()
                .filter(each -> each.destinations().equals(destinations))
                .findFirst()
                .orElseGet(() -> existing.stream()
                        .filter(each -> isOwn(source, String.valueOf(each.ttid())))
                        .findFirst()
                        .orElse(null));
        if (chosen == null) {
            pairs.put(source, null);
            changes.add(new ConfigurationChange(Action.CREATE, source, null, destinations, null));
            return;
        }
        String ttid = String.valueOf(chosen.ttid());
        claimed.add(ttid);
        pairs.put(source, ttid);
        if (!chosen.destinations().equals(destinations)) {
            changes.add(new ConfigurationChange(Action.UPDATE, source, ttid, destinations, chosen.destinations()));
        }
    }

    /** A configuration that rules of another one use too is not changed. */
    private boolean isOwn(String source, String ttid) {
        return ttid.equals(source) || owners.getOrDefault(ttid, 0) == 1;
    }

    private Mono<NotificationConfiguration> existing(String ttid) {
        return client.notificationConfigurations()
                .fetch(ttid)
                .onErrorResume(NotFoundException.class, e -> Mono.empty());
    }

    /** Returns the configuration that a rule uses at the target; null if it is created. */
    @Nullable
    String target(String source) {
        return pairs.get(key(source));
    }

    /** Returns the configuration of the source that decides. */
    String key(String source) {
        return aliases.getOrDefault(source, source);
    }

    List<ConfigurationChange> changes() {
        return changes;
    }

    List<PlanProblem> problems() {
        return problems;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Returns the destinations with the users of the target. */
    static Map<String, Destinations> resolved(Map<String, Destinations> source, Set<String> wanted, Resolver resolver) {
        Map<String, Destinations> resolved = new LinkedHashMap<>();
        source.forEach((ttid, destinations) -> {
            if (wanted.contains(ttid)) {
                resolved.put(ttid, resolver.destinations(destinations));
            }
        });
        return resolved;
    }
}
