package io.github.flexalerts.cli.rules;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Leaves out rules that do not match the filters, for a service may ignore a filter, and says how many. */
final class FilterWatch implements Predicate<Rule> {
    private final RuleQuery query;
    private final Set<String> ignored = new TreeSet<>();
    private long leftOut;

    FilterWatch(RuleQuery query) {
        this.query = query;
    }

    @Override
    public boolean test(Rule rule) {
        if (query.matches(rule)) {
            return true;
        }
        leftOut++;
        ignored.addAll(query.mismatches(rule));
        return false;
    }

    /** Warns if a rule was left out. */
    void warn(Console console) {
        if (leftOut > 0) {
            console.say("warning: the service ignored the filter " + String.join(", ", ignored) + "; " + leftOut
                    + (leftOut == 1 ? " rule that does not match was" : " rules that do not match were") + " left out");
        }
    }
}
