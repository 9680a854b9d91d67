package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.RuleChange.Action;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a plan did.
 *
 * @param subject whether a rule or a notification configuration was written
 * @param action what was to be done
 * @param outcome what happened
 * @param id the SID of the rule or configuration; null if it was not created
 * @param name the friendly name of a rule, which is personal data; null for a configuration
 * @param error why the step failed; null otherwise
 */
public record ApplyEvent(
        Subject subject,
        Action action,
        Outcome outcome,
        @Nullable String id,
        @Nullable String name,
        @Nullable Throwable error) {

    /** What a step writes. */
    public enum Subject {
        /** An alert rule. */
        RULE,
        /** A notification configuration. */
        CONFIGURATION
    }

    /** What happened. */
    public enum Outcome {
        /** The service carried the write out. */
        WRITTEN,
        /** Reading back showed that an earlier request, whose answer was lost, carried the write out. */
        SETTLED,
        /** The rule changed after the plan was made, and was not written. */
        CONFLICT,
        /** The write failed. */
        FAILED,
        /** The step was not tried, because a step that it needs failed. */
        SKIPPED
    }

    /**
     * Tells whether the step is done.
     *
     * @return true for written and settled steps
     */
    public boolean isDone() {
        return outcome == Outcome.WRITTEN || outcome == Outcome.SETTLED;
    }

    /** Returns the step without the name. */
    @Override
    public String toString() {
        return "ApplyEvent[" + subject + " " + action + " " + outcome + ", id=" + id + "]";
    }
}
