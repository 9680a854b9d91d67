package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.ConfigurationChange;
import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.FieldChange;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanProblem;
import io.github.flexalerts.bulk.PlanRefusedException;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Computes one plan: resolves names, compares the listing, pairs the configurations, and checks the limits. */
public final class PlanComputation {
    private static final int MOST_CONFIGURATIONS = 100;

    private final FlexAlertsClient client;
    private final PlanSettings settings;
    private final DesiredState desired;
    private final Resolver resolver;
    private final TargetScan scan;
    private final ConfigurationPairs pairs;
    private final List<RuleChange> changes = new ArrayList<>();
    private final Set<String> replaced = new TreeSet<>();

    private PlanComputation(FlexAlertsClient client, PlanSettings settings, DesiredState desired, Resolver resolver) {
        this.client = client;
        this.settings = settings;
        this.desired = desired;
        this.resolver = resolver;
        this.scan = new TargetScan(desired, resolver, settings.naturalKey(), settings.delete());
        this.pairs = new ConfigurationPairs(
                client,
                ConfigurationPairs.resolved(desired.configurations(), scan.wantedConfigurations(), resolver),
                settings.mapping().configurations(),
                resolver.isIdentity());
    }

    /** Computes a plan. Rules are read from disk on a scheduler for blocking work. */
    public static Mono<Plan> run(FlexAlertsClient client, PlanSettings settings, DesiredState desired) {
        return Resolver.of(client, desired, settings.mapping(), settings.workspaceSid())
                .publishOn(Schedulers.boundedElastic())
                .flatMap(resolver -> new PlanComputation(client, settings, desired, resolver).plan());
    }

    private Mono<Plan> plan() {
        checkDeletions();
        return client.rules()
                .list(RuleQuery.builder().pageSize(RuleQuery.MAX_PAGE_SIZE).build())
                .publishOn(Schedulers.boundedElastic(), 256)
                .doOnNext(scan::accept)
                .then(Mono.defer(this::pair))
                .publishOn(Schedulers.boundedElastic())
                .then(Mono.fromCallable(this::finish));
    }

    private void checkDeletions() {
        if (settings.delete() && !desired.isWhole()) {
            resolver.report(new PlanProblem(
                    "deletions", null, "a file of rules does not say that there are no others; use an export"));
        } else if (settings.delete() && desired.size() == 0) {
            resolver.report(new PlanProblem(
                    "deletions", null, "the file has no rules, so all rules of the target would be deleted"));
        }
    }

    private Mono<Void> pair() {
        for (Match match : scan.matches) {
            String source = desired.rule(match.index()).notification().methodsId();
            if (source != null && match.ttid() != null) {
                pairs.add(source, match.ttid());
            }
        }
        Set<String> wanted = scan.wantedConfigurations();
        if (!desired.isWhole() && settings.mapping().configurations().isEmpty()) {
            return Mono.empty(); // the rules have the identifiers of the target
        }
        if (settings.merge()) {
            pairs.merge(wanted);
        }
        return pairs.resolve(wanted);
    }

    private Plan finish() {
        for (Match match : scan.matches) {
            decide(match);
        }
        for (int missing : scan.missing()) {
            create(missing);
        }
        scan.deletions.forEach(rule -> {
            changes.add(new RuleChange(
                    Action.DELETE,
                    rule.sid(),
                    null,
                    rule.spec(),
                    null,
                    List.of(),
                    "the desired state does not have it"));
            replace(rule.spec().notification().methodsId());
        });
        List<ConfigurationChange> configurations = new ArrayList<>(pairs.changes());
        if (settings.delete()) {
            deleteUnused(configurations);
        }
        checkLimits(configurations);
        return new Plan(
                client.instanceSid(),
                desired.source(),
                settings.key(),
                configurations,
                changes,
                scan.kept,
                scan.others,
                scan.conflicts,
                pairs.warnings());
    }

    private void decide(Match match) {
        RuleSpec wanted = scan.rule(match.index());
        RuleSpec target = withTarget(wanted);
        String create = created(wanted);
        RuleSpec current = match.current() == null ? RuleDiff.withConfiguration(wanted, match.ttid()) : match.current();
        List<FieldChange> fields = RuleDiff.between(target, current, desired.isWhole());
        if (fields.isEmpty() && create == null) {
            scan.kept.add(match.rule());
            scan.used.add(String.valueOf(match.ttid()));
            return;
        }
        scan.check(match.index());
        changes.add(new RuleChange(
                Action.UPDATE, match.rule().sid(), target, current, create, fields, "the target has other values"));
        String ttid = target.notification().methodsId();
        if (create != null || !Objects.equals(ttid, match.ttid())) {
            replace(match.ttid());
        }
    }

    private void create(int index) {
        scan.check(index);
        RuleSpec wanted = scan.rule(index);
        changes.add(new RuleChange(
                Action.CREATE,
                null,
                withTarget(wanted),
                null,
                created(wanted),
                List.of(),
                "the target does not have it"));
    }

    /** Returns the rule with the configuration of the target, or with that of the source if it is created. */
    private RuleSpec withTarget(RuleSpec wanted) {
        String source = wanted.notification().methodsId();
        String target = source == null ? null : pairs.target(source);
        return target == null ? wanted : RuleDiff.withConfiguration(wanted, target);
    }

    private @Nullable String created(RuleSpec wanted) {
        String source = wanted.notification().methodsId();
        if (source == null) {
            return null;
        }
        String key = pairs.key(source);
        boolean creates = pairs.changes().stream()
                .anyMatch(change ->
                        change.action() == Action.CREATE && change.key().equals(key));
        return creates ? key : null;
    }

    private void replace(@Nullable String ttid) {
        if (ttid != null) {
            replaced.add(ttid);
        }
    }

    /** Deletes the configurations that only deleted or changed rules use. */
    private void deleteUnused(List<ConfigurationChange> configurations) {
        Set<String> used = new HashSet<>(scan.used);
        for (RuleChange change : changes) {
            if (change.desired() != null && change.desired().notification().methodsId() != null) {
                used.add(change.desired().notification().methodsId());
            }
        }
        for (String ttid : replaced) {
            if (!used.contains(ttid)) {
                configurations.add(new ConfigurationChange(Action.DELETE, ttid, ttid, null, null));
            }
        }
    }

    private void checkLimits(List<ConfigurationChange> configurations) {
        long creates = changes.stream()
                .filter(change -> change.action() == Action.CREATE)
                .count();
        long most = scan.targetSize() + creates;
        if (creates > 0 && most > settings.maxRules()) {
            resolver.report(new PlanProblem(
                    "rules",
                    null,
                    "an account has at most " + settings.maxRules()
                            + " rules; the target has " + scan.targetSize() + " and the plan creates " + creates
                            + " before it deletes any"));
        }
        long newConfigurations = configurations.stream()
                .filter(change -> change.action() == Action.CREATE)
                .count();
        if (newConfigurations > 0 && scan.allUsed.size() + newConfigurations > MOST_CONFIGURATIONS) {
            resolver.report(new PlanProblem(
                    "notification configurations",
                    null,
                    "an instance has at most "
                            + MOST_CONFIGURATIONS + "; the rules of the target use " + scan.allUsed.size()
                            + " and the plan creates "
                            + newConfigurations));
        }
        List<PlanProblem> problems = new ArrayList<>(resolver.problems());
        problems.addAll(pairs.problems());
        if (!problems.isEmpty()) {
            throw new PlanRefusedException(problems);
        }
    }
}
