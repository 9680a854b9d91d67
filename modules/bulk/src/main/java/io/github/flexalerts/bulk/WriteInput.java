package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.rule.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * One write of a {@link BulkWrites} stream.
 *
 * @param sid the rule to update or delete; null for a create
 * @param spec the whole rule to create or to replace with; null for a delete
 * @param context a value of the caller, which the result returns unchanged
 * @param <C> the type of the context
 */
public record WriteInput<C>(@Nullable String sid, @Nullable RuleSpec spec, C context) {

    /**
     * Returns the input of {@link BulkWrites#createAll}.
     *
     * @param spec the rule to create
     * @param context a value of the caller
     * @return the input
     * @param <C> the type of the context
     */
    public static <C> WriteInput<C> create(RuleSpec spec, C context) {
        return new WriteInput<>(null, requireNonNull(spec, "spec"), context);
    }

    /**
     * Returns the input of {@link BulkWrites#updateAll}.
     *
     * @param sid the rule, {@code QY…}
     * @param spec the whole rule
     * @param context a value of the caller
     * @return the input
     * @param <C> the type of the context
     */
    public static <C> WriteInput<C> update(String sid, RuleSpec spec, C context) {
        return new WriteInput<>(requireNonNull(sid, "sid"), requireNonNull(spec, "spec"), context);
    }

    /**
     * Returns the input of {@link BulkWrites#deleteAll}.
     *
     * @param sid the rule, {@code QY…}
     * @param context a value of the caller
     * @return the input
     * @param <C> the type of the context
     */
    public static <C> WriteInput<C> delete(String sid, C context) {
        return new WriteInput<>(requireNonNull(sid, "sid"), null, context);
    }
}
