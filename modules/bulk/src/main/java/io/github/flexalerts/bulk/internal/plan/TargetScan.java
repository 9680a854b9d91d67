package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.bulk.Plan.Conflict;
import io.github.flexalerts.bulk.Plan.KnownRule;
import io.github.flexalerts.bulk.PlanProblem;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rules of the target with the desired rules while they are listed. Rules that need no change are kept as SID and
 * fingerprint only, so that memory stays small.
 */
final class TargetScan {
    private static final int MOST_NAMES = 1000;

    final List<KnownRule> kept = new ArrayList<>();
    final List<Match> matches = new ArrayList<>();
    final List<KnownRule> others = new ArrayList<>();
    final List<Rule> deletions = new ArrayList<>();
    final List<Conflict> conflicts = new ArrayList<>();
    /** Configurations of the rules that are not changed. */
    final Set<String> used = new HashSet<>();
    /** Configurations of all rules. */
    final Set<String> allUsed = new HashSet<>();

    private final DesiredState desired;
    private final Resolver resolver;
    private final Function<RuleSpec, Fingerprint> key;
    private final boolean delete;
    private final RuleIndex index;
    private final Fingerprint[] prints;
    private final @Nullable String[] configurations;
    private final BitSet repeated = new BitSet();
    private final Map<String, String> interned = new HashMap<>();
    private final Map<Fingerprint, List<String>> twice = new HashMap<>();
    private int names;

    TargetScan(DesiredState desired, Resolver resolver, Function<RuleSpec, Fingerprint> key, boolean delete) {
        this.desired = desired;
        this.resolver = resolver;
        this.key = key;
        this.delete = delete;
        this.index = new RuleIndex(desired.size());
        this.prints = new Fingerprint[desired.size()];
        this.configurations = new String[desired.size()];
        for (int i = 0; i < desired.size(); i++) {
            add(i);
        }
    }

    private void add(int i) {
        RuleSpec spec = rule(i);
        prints[i] = RuleDiff.fingerprintWithoutConfiguration(spec);
        configurations[i] = intern(spec.notification().methodsId());
        Fingerprint natural = key.apply(spec);
        int former = index.add(natural);
        if (former >= 0) {
            repeated.set(i);
            twice.computeIfAbsent(natural, each -> new ArrayList<>(List.of("rule " + (former + 1))))
                    .add("rule " + (i + 1));
        }
    }

    /** Reports a desired rule that cannot be written. Rules that need no change may have any shape. */
    void check(int i) {
        RuleSpec spec = rule(i);
        try {
            spec.requireComplete();
        } catch (InvalidSpecException e) {
            resolver.report(new PlanProblem("rule " + (i + 1), spec.friendlyName(), String.valueOf(e.getMessage())));
        }
        List<String> queues = spec.taskQueueSids();
        if (queues != null && queues.size() > 20) {
            resolver.report(new PlanProblem(
                    "rule " + (i + 1),
                    spec.friendlyName(),
                    "a rule has at most 20 queues, this one has " + queues.size()));
        }
    }

    /** Returns a desired rule with the identifiers of the target. */
    RuleSpec rule(int i) {
        return resolver.rule(desired.rule(i));
    }

    /** Compares one rule of the target. */
    void accept(Rule rule) {
        RuleSpec spec = rule.spec();
        String sid = String.valueOf(rule.sid());
        if (rule.sid() == null) {
            resolver.report(new PlanProblem(
                    "rules",
                    spec.friendlyName(),
                    "the target has a rule without an SID, which cannot be changed or compared"));
        }
        String ttid = intern(spec.notification().methodsId());
        int found = index.find(key.apply(spec));
        if (ttid != null) {
            allUsed.add(ttid);
        }
        if (found < 0) {
            unmatched(rule, sid, ttid);
            return;
        }
        String former = index.match(found, sid);
        if (former != null && !former.equals(sid)) {
            use(ttid);
            conflicts.add(new Conflict(
                    List.of(former, sid), "these rules of the target have the natural key of rule " + (found + 1)));
            return;
        }
        compare(found, known(sid, spec), ttid, spec);
    }

    private void compare(int found, KnownRule known, @Nullable String ttid, RuleSpec spec) {
        boolean same = RuleDiff.fingerprintWithoutConfiguration(spec).equals(prints[found])
                || onlyConfigurationDiffers(found, spec);
        String wanted = configurations[found];
        boolean decided = wanted == null
                ? ttid == null || !desired.isWhole()
                : wanted.equals(ttid) && !desired.configurations().containsKey(wanted);
        if (same && decided) {
            use(ttid);
            kept.add(known);
        } else {
            matches.add(new Match(found, known, ttid, same && desired.isWhole() ? null : spec));
        }
    }

    private boolean onlyConfigurationDiffers(int found, RuleSpec current) {
        return RuleDiff.between(rule(found), current, desired.isWhole()).stream()
                .allMatch(change -> change.field().equals(RuleDiff.METHODS_ID));
    }

    private void unmatched(Rule rule, String sid, @Nullable String ttid) {
        if (delete && desired.isWhole() && desired.filter().matches(rule)) {
            deletions.add(rule);
        } else {
            use(ttid);
            others.add(known(sid, rule.spec()));
        }
    }

    private KnownRule known(String sid, RuleSpec spec) {
        return new KnownRule(sid, RuleDiff.fingerprint(spec), names++ < MOST_NAMES ? spec.friendlyName() : null);
    }

    private void use(@Nullable String ttid) {
        if (ttid != null) {
            used.add(ttid);
        }
    }

    private @Nullable String intern(@Nullable String ttid) {
        return ttid == null || ttid.isBlank() ? null : interned.computeIfAbsent(ttid, each -> each);
    }

    /** Returns the desired rules that the target does not have. */
    List<Integer> missing() {
        twice.values()
                .forEach(rules -> conflicts.add(new Conflict(rules, "these desired rules have the same natural key")));
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < desired.size(); i++) {
            if (!index.isMatched(i) && !repeated.get(i)) {
                missing.add(i);
            }
        }
        return missing;
    }

    /** Returns the notification configurations of the desired rules, in their order. */
    Set<String> wantedConfigurations() {
        Set<String> wanted = new LinkedHashSet<>();
        for (String ttid : configurations) {
            if (ttid != null) {
                wanted.add(ttid);
            }
        }
        return wanted;
    }

    /** Returns the number of rules of the target. */
    int targetSize() {
        return kept.size() + matches.size() + others.size() + deletions.size();
    }
}
