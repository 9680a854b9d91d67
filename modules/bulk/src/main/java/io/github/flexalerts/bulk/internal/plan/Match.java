package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.Plan.KnownRule;
import io.github.flexalerts.core.rule.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * A desired rule and the rule of the target that has its natural key.
 *
 * @param index the desired rule
 * @param rule the rule of the target
 * @param ttid its notification configuration; null if it has none
 * @param current its values; null if they equal the desired ones, the configuration aside
 */
record Match(
        int index,
        KnownRule rule,
        @Nullable String ttid,
        @Nullable RuleSpec current) {}
