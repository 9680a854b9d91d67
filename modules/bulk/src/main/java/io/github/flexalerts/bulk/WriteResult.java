package io.github.flexalerts.bulk;

import io.github.flexalerts.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What one write of a {@link BulkWrites} stream did.
 *
 * @param context the context of the input
 * @param outcome what happened
 * @param rule the rule as the service returned it; null after a delete and after a failure
 * @param error why the write failed or is ambiguous; null otherwise
 * @param settlement how a lost answer was settled; null if no answer was lost
 * @param <C> the type of the context
 */
public record WriteResult<C>(
        C context,
        Outcome outcome,
        @Nullable Rule rule,
        @Nullable Throwable error,
        @Nullable Settlement settlement) {

    /** What happened to one input. */
    public enum Outcome {
        /** The service stored or deleted the rule. */
        WRITTEN,
        /** Nothing was sent or changed: the rule had these values already, or did not exist any more. */
        UNCHANGED,
        /** The write failed, and the service did not carry it out. */
        FAILED,
        /** The answer of a create was lost, and reading back did not show one matching rule. */
        AMBIGUOUS
    }

    /** What reading back showed after the answer of a create was lost. */
    public enum Settlement {
        /** Exactly one rule with these values, which no other input of the stream created: it counts as written. */
        FOUND,
        /** No such rule. The service may still store it later. */
        NOT_FOUND,
        /** Several such rules, or the rules could not be listed. */
        UNRESOLVED
    }
}
