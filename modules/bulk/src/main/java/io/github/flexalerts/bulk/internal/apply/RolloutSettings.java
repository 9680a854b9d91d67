package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.PlanKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a rollout. */
public record RolloutSettings(
        int concurrency,
        @Nullable Integer maxFailures,
        Set<PlanKey> key,
        boolean delete,
        @Nullable Integer maxDeletions,
        boolean dryRun) {
    /** The defaults. */
    public static final RolloutSettings DEFAULT =
            new RolloutSettings(4, null, Set.of(PlanKey.NAME), false, null, false);

    public RolloutSettings withConcurrency(int targets) {
        return new RolloutSettings(targets, maxFailures, key, delete, maxDeletions, dryRun);
    }

    public RolloutSettings withMaxFailures(@Nullable Integer failures) {
        return new RolloutSettings(concurrency, failures, key, delete, maxDeletions, dryRun);
    }

    public RolloutSettings withKey(Set<PlanKey> fields) {
        return new RolloutSettings(concurrency, maxFailures, fields, delete, maxDeletions, dryRun);
    }

    public RolloutSettings withDelete(boolean deletes, @Nullable Integer most) {
        return new RolloutSettings(concurrency, maxFailures, key, deletes, most, dryRun);
    }

    public RolloutSettings withDryRun(boolean dry) {
        return new RolloutSettings(concurrency, maxFailures, key, delete, maxDeletions, dry);
    }
}
