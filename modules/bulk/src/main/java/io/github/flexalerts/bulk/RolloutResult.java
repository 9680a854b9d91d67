package io.github.flexalerts.bulk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout did at one target.
 *
 * @param target the name of the target
 * @param group its group
 * @param status how it ended
 * @param created the number of rules created
 * @param updated the number of rules updated
 * @param deleted the number of rules deleted
 * @param error why it failed; null otherwise
 * @param elapsed how long it took
 */
public record RolloutResult(
        String target,
        int group,
        Status status,
        int created,
        int updated,
        int deleted,
        @Nullable Throwable error,
        Duration elapsed) {

    /** How a target ended. */
    public enum Status {
        /** The rules were written, and a second listing shows that the target has the desired state. */
        WRITTEN,
        /** The target had the desired state already. */
        UNCHANGED,
        /** A dry run: the numbers say what would be written. */
        PLANNED,
        /** The target does not have the desired state, or this is unknown. */
        FAILED,
        /** The rollout stopped before this target. */
        NOT_STARTED
    }

    /**
     * Tells whether the target has the desired state.
     *
     * @return true for written and unchanged targets
     */
    public boolean isDesired() {
        return status == Status.WRITTEN || status == Status.UNCHANGED;
    }
}
