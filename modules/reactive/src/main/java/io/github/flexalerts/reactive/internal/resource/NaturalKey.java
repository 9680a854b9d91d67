package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.RuleOperations;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/** By what a rule is known again before its SID is: name, metric, channel and queues, the queues in any order. */
public final class NaturalKey {
    private final RuleSpec spec;

    public NaturalKey(RuleSpec spec) {
        this.spec = spec;
    }

    /**
     * One metric only: how the service reads several filter values is not documented, one value is the same in any way. The
     * filter spares pages and is not checked, since each rule is compared as a whole.
     */
    private RuleQuery query() {
        return spec.metricId() == null
                ? RuleQuery.all()
                : RuleQuery.builder()
                        .metricIds(spec.metricId())
                        .checkFilters(false)
                        .build();
    }

    /** Looks for the rule; empty if it does not exist. */
    public Mono<Rule> find(RuleOperations rules) {
        return rules.list(query()).filter(this::matches).next();
    }

    public boolean matches(Rule rule) {
        RuleSpec other = rule.spec();
        return Objects.equals(spec.friendlyName(), other.friendlyName())
                && Objects.equals(spec.metricId(), other.metricId())
                && Objects.equals(spec.taskChannelSid(), other.taskChannelSid())
                && queues(spec).equals(queues(other));
    }

    private static Set<String> queues(RuleSpec spec) {
        return new HashSet<>(spec.taskQueueSids() == null ? List.of() : spec.taskQueueSids());
    }
}
