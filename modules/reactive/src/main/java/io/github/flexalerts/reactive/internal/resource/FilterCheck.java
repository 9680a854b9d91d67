package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.error.FilterIgnoredException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.internal.paging.Cursor;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends a listing at the first rule that does not match its filters. Of one subscription. See decision 17. */
final class FilterCheck implements Consumer<Rule> {
    private final RuleQuery query;
    private long passed;

    private FilterCheck(RuleQuery query) {
        this.query = query;
    }

    /** Returns the check of a listing from this page on, null if there is nothing to check. */
    static @Nullable Consumer<Rule> of(Cursor first) {
        RuleQuery query = RuleFilters.of(first.filters());
        return query.hasFilters() ? new FilterCheck(query) : null;
    }

    @Override
    public void accept(Rule rule) {
        if (!query.matches(rule)) {
            throw new FilterIgnoredException(Operation.LIST_RULES.id(), query.mismatches(rule), rule.sid(), passed);
        }
        passed++;
    }
}
