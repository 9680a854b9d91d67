package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.bulk.internal.plan.RuleDiff;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done at a target so that it has the desired rules. A plan is a value: it holds no client, and making one writes
 * nothing.
 *
 * @param instanceSid the target
 * @param source {@link DesiredState#source()}
 * @param key the fields by which rules were matched
 * @param configurations notification configurations to create, update or delete
 * @param rules rules to create, update or delete
 * @param kept rules that have the desired values already. Only the first 1000 have a name, so that the plan stays small
 * @param others rules of the target that are not desired and are not deleted
 * @param conflicts natural keys that occur twice; a plan with conflicts cannot be applied
 * @param warnings what to know before the plan is applied, without personal data; a plan file does not keep them
 */
public record Plan(
        String instanceSid,
        @Nullable String source,
        Set<PlanKey> key,
        List<ConfigurationChange> configurations,
        List<RuleChange> rules,
        List<KnownRule> kept,
        List<KnownRule> others,
        List<Conflict> conflicts,
        List<String> warnings) {

    /** Copies the collections. */
    public Plan {
        key = Set.copyOf(key);
        configurations = List.copyOf(configurations);
        rules = List.copyOf(rules);
        kept = List.copyOf(kept);
        others = List.copyOf(others);
        conflicts = List.copyOf(conflicts);
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns the number of rules with an action.
     *
     * @param action the action
     * @return the number of rules
     */
    public int count(Action action) {
        return (int) rules.stream().filter(rule -> rule.action() == action).count();
    }

    /**
     * Tells whether the plan changes nothing.
     *
     * @return true if there are no changes and no conflicts
     */
    public boolean isEmpty() {
        return rules.isEmpty() && configurations.isEmpty() && conflicts.isEmpty();
    }

    /**
     * Returns the number of rules that the target had when the plan was made.
     *
     * @return the number of rules
     */
    public int targetSize() {
        return kept.size() + others.size() + rules.size() - count(Action.CREATE);
    }

    /**
     * Returns the fingerprint of the target when the plan was made: of the SIDs and values of all its rules.
     *
     * @return the fingerprint
     */
    public Fingerprint target() {
        Fingerprint sum = new Fingerprint(0, 0);
        for (List<KnownRule> list : List.of(kept, others)) {
            for (KnownRule rule : list) {
                sum = sum.plus(Fingerprint.of(rule.sid() + rule.fingerprint()));
            }
        }
        for (RuleChange change : rules) {
            if (change.current() != null) {
                sum = sum.plus(Fingerprint.of(change.sid() + RuleDiff.fingerprint(change.current())));
            }
        }
        return sum;
    }

    /** Returns the numbers of changes, without names. */
    @Override
    public String toString() {
        return "Plan[" + instanceSid + ", create=" + count(Action.CREATE) + ", update=" + count(Action.UPDATE)
                + ", delete=" + count(Action.DELETE) + ", keep=" + kept.size() + ", others=" + others.size()
                + ", conflicts=" + conflicts.size() + "]";
    }

    /**
     * A natural key that more than one rule has, so that the plan cannot tell which rule is meant.
     *
     * @param rules the rules: their SIDs, or {@code rule N} of the desired state, from 1
     * @param reason what is ambiguous, in one sentence without personal data
     */
    public record Conflict(List<String> rules, String reason) {

        /** Copies the list. */
        public Conflict {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule of the target that a plan does not change.
     *
     * @param sid the rule, {@code QY…}
     * @param fingerprint its values when the plan was made
     * @param name its friendly name, which is personal data; null if the plan does not keep it (see {@link #kept()})
     */
    public record KnownRule(
            String sid, Fingerprint fingerprint, @Nullable String name) {

        /** Returns the rule without its name. */
        @Override
        public String toString() {
            return "KnownRule[" + sid + "]";
        }
    }
}
