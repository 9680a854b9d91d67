package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.internal.apply.RolloutRun;
import io.github.flexalerts.bulk.internal.apply.RolloutSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Brings many targets to one desired state, each with its own plan and journal. A limited number of targets is in progress at
 * once, groups run one after the other, and after a number of failures no further target starts. Run it again to do what is
 * left: targets that have the desired state are not written.
 */
public final class Rollout {
    private final DesiredState desired;
    private final RolloutSettings settings;

    private Rollout(DesiredState desired, RolloutSettings settings) {
        this.desired = desired;
        this.settings = settings;
    }

    /**
     * Returns a rollout of a desired state: 4 targets at once, no limit on failures, no deletions.
     *
     * @param desired the desired state of every target
     * @return the rollout
     */
    public static Rollout of(DesiredState desired) {
        return new Rollout(requireNonNull(desired, "desired"), RolloutSettings.DEFAULT);
    }

    /**
     * Sets how many targets are in progress at once.
     *
     * @param targets from 1 to 1000
     * @return a copy with this setting
     */
    public Rollout concurrency(int targets) {
        if (targets < 1 || targets > 1000) {
            throw new IllegalArgumentException("targets must be between 1 and 1000, was " + targets);
        }
        return new Rollout(desired, settings.withConcurrency(targets));
    }

    /**
     * Sets after how many failed targets no further target starts.
     *
     * @param failures at least 1; null for no limit
     * @return a copy with this setting
     */
    public Rollout maxFailures(@Nullable Integer failures) {
        if (failures != null && failures < 1) {
            throw new IllegalArgumentException("failures must be at least 1, was " + failures);
        }
        return new Rollout(desired, settings.withMaxFailures(failures));
    }

    /**
     * Sets the natural key; see {@link Planner#key}.
     *
     * @param fields at least one field
     * @return a copy with this setting
     */
    public Rollout key(Set<PlanKey> fields) {
        return new Rollout(desired, settings.withKey(EnumSet.copyOf(fields)));
    }

    /**
     * Deletes rules that are not desired; see {@link Planner#delete}.
     *
     * @param delete whether to delete
     * @param maxDeletions how many rules at most at each target; null for the default of {@link PlanApply#maxDeletions}
     * @return a copy with this setting
     */
    public Rollout delete(boolean delete, @Nullable Integer maxDeletions) {
        return new Rollout(desired, settings.withDelete(delete, maxDeletions));
    }

    /**
     * Makes plans only and writes nothing.
     *
     * @param dryRun whether to write nothing
     * @return a copy with this setting
     */
    public Rollout dryRun(boolean dryRun) {
        return new Rollout(desired, settings.withDryRun(dryRun));
    }

    /**
     * Runs the rollout.
     *
     * @param targets the targets; names must be unique
     * @return one result per target, as targets complete; a failed target does not end the stream
     * @throws IllegalArgumentException if a name occurs twice
     */
    public Flux<RolloutResult> run(List<RolloutTarget> targets) {
        if (targets.stream().map(RolloutTarget::name).distinct().count() < targets.size()) {
            throw new IllegalArgumentException("names of targets must be unique");
        }
        List<RolloutTarget> copy = List.copyOf(targets);
        return Flux.defer(() -> new RolloutRun(desired, settings).run(copy));
    }
}
