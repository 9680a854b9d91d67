package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.Fingerprint;
import io.github.flexalerts.bulk.Mapping;
import io.github.flexalerts.bulk.PlanKey;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options of a plan. */
public record PlanSettings(
        Function<RuleSpec, Fingerprint> naturalKey,
        Set<PlanKey> key,
        boolean delete,
        boolean merge,
        Mapping mapping,
        @Nullable String workspaceSid,
        int maxRules) {
    /** The defaults. */
    public static final PlanSettings DEFAULT = new PlanSettings(
            spec -> Fingerprint.of(String.valueOf(spec.friendlyName())),
            Set.of(PlanKey.NAME),
            false,
            false,
            Mapping.NONE,
            null,
            100);

    public PlanSettings withKey(Function<RuleSpec, Fingerprint> function, Set<PlanKey> fields) {
        return new PlanSettings(function, fields, delete, merge, mapping, workspaceSid, maxRules);
    }

    public PlanSettings withDelete(boolean deletes) {
        return new PlanSettings(naturalKey, key, deletes, merge, mapping, workspaceSid, maxRules);
    }

    public PlanSettings withMerge(boolean merges) {
        return new PlanSettings(naturalKey, key, delete, merges, mapping, workspaceSid, maxRules);
    }

    public PlanSettings withMapping(Mapping replacements) {
        return new PlanSettings(naturalKey, key, delete, merge, replacements, workspaceSid, maxRules);
    }

    public PlanSettings withWorkspace(@Nullable String sid) {
        return new PlanSettings(naturalKey, key, delete, merge, mapping, sid, maxRules);
    }

    public PlanSettings withMaxRules(int rules) {
        return new PlanSettings(naturalKey, key, delete, merge, mapping, workspaceSid, rules);
    }
}
