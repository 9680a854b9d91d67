package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Reference;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of rules. */
public record ListedState(List<RuleSpec> rules, @Nullable String source) implements DesiredState {
    @Override
    public @Nullable String instanceSid() {
        return null;
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public RuleQuery filter() {
        return RuleQuery.all();
    }

    @Override
    public int size() {
        return rules.size();
    }

    @Override
    public RuleSpec rule(int index) {
        return rules.get(index);
    }

    @Override
    public Map<String, Destinations> configurations() {
        return Map.of();
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public String toString() {
        return "ListedState[rules=" + rules.size() + "]";
    }
}
