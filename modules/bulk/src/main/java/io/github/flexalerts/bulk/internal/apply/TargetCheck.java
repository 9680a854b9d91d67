package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.Plan.KnownRule;
import io.github.flexalerts.bulk.RuleChange;
import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.bulk.TargetMovedException;
import io.github.flexalerts.bulk.internal.plan.RuleDiff;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the target with the plan before anything is written. What earlier runs of the plan did is no difference, and their
 * writes without an outcome are settled here.
 */
final class TargetCheck {
    private final Steps steps;
    private final Function<RuleSpec, Fingerprint> key;
    private final Map<String, Fingerprint> expected = new HashMap<>();
    private final Map<String, RuleChange> changes = new HashMap<>();
    private final Map<Fingerprint, Integer> creates = new HashMap<>();
    private final Map<Integer, String> created = new HashMap<>();
    private final Set<String> updated = new HashSet<>();
    private final Set<String> listed = new HashSet<>();
    private final List<String> moved = new ArrayList<>();

    TargetCheck(Plan plan, Steps steps, Function<RuleSpec, Fingerprint> key) {
        this.steps = steps;
        this.key = key;
        for (KnownRule rule : plan.kept()) {
            expected.put(rule.sid(), rule.fingerprint());
        }
        for (KnownRule rule : plan.others()) {
            expected.put(rule.sid(), rule.fingerprint());
        }
        for (int i = 0; i < plan.rules().size(); i++) {
            RuleChange change = plan.rules().get(i);
            if (change.action() == Action.CREATE && change.desired() != null) {
                creates.put(key.apply(change.desired()), i);
            } else if (change.current() != null) {
                expected.put(String.valueOf(change.sid()), RuleDiff.fingerprint(change.current()));
                changes.put(String.valueOf(change.sid()), change);
            }
        }
    }

    /** Compares one rule of the target. */
    void accept(Rule rule) {
        String sid = String.valueOf(rule.sid());
        listed.add(sid);
        Fingerprint before = expected.get(sid);
        if (before == null) {
            appeared(sid, rule.spec());
        } else if (!before.equals(RuleDiff.fingerprint(rule.spec()))) {
            changed(sid, rule.spec());
        }
    }

    private void appeared(String sid, RuleSpec spec) {
        Integer create = creates.get(key.apply(spec));
        boolean own = create != null && steps.isStarted(Steps.rule(Action.CREATE, String.valueOf(create)));
        if (!own || created.putIfAbsent(create, sid) != null) {
            moved.add("rule " + sid + " appeared");
        }
    }

    private void changed(String sid, RuleSpec spec) {
        RuleChange change = changes.get(sid);
        boolean own = change != null
                && change.desired() != null
                && steps.isStarted(Steps.rule(Action.UPDATE, sid))
                && matches(change, spec);
        if (own) {
            updated.add(sid);
        } else {
            moved.add("rule " + sid + " was changed");
        }
    }

    /** A configuration that the plan creates has another SID than the plan says. */
    private static boolean matches(RuleChange change, RuleSpec spec) {
        RuleSpec desired = change.desired();
        return desired != null
                && RuleDiff.between(desired, spec, false).stream()
                        .allMatch(field ->
                                change.configuration() != null && field.field().equals(RuleDiff.METHODS_ID));
    }

    /** Tells whether a create may have been sent whose rule is not there. */
    boolean hasOpenCreates() {
        return creates.values().stream()
                .anyMatch(create -> !created.containsKey(create)
                        && steps.isOpen(Steps.rule(Action.CREATE, String.valueOf(create))));
    }

    /** Fails if the target moved. */
    void finish() {
        for (String sid : expected.keySet()) {
            if (!listed.contains(sid) && !steps.isStarted(Steps.rule(Action.DELETE, sid))) {
                moved.add("rule " + sid + " disappeared");
            }
        }
        if (!moved.isEmpty()) {
            throw new TargetMovedException(moved);
        }
    }

    /** Returns the SID of a rule that an earlier run created; null if there is none. */
    @Nullable
    String created(int index) {
        return created.get(index);
    }

    boolean isUpdated(String sid) {
        return updated.contains(sid);
    }

    boolean isDeleted(String sid) {
        return !listed.contains(sid);
    }

    /** Tells whether the target had a rule when it was listed. */
    boolean isKnown(String sid) {
        return listed.contains(sid);
    }
}
