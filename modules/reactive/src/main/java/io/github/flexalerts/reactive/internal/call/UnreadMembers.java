package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.CallInstrumentation.Unknown;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what an answer held that the reference does not name; never which. */
final class UnreadMembers {
    private static final Set<MetricId> METRICS = Set.copyOf(MetricId.documented());
    private static final Set<Severity> SEVERITIES = Set.of(Severity.CRITICAL, Severity.WARNING);
    private static final Set<ThresholdOperator> OPERATORS =
            Set.of(ThresholdOperator.GREATER_THAN, ThresholdOperator.LESSER_THAN);

    private UnreadMembers() {}

    /** Tells of a value that a call yields: a result, or some items of a page. */
    static void tell(CallInstrumentation call, @Nullable Object value) {
        if (call == CallInstrumentation.NOOP) {
            return;
        }
        if (value instanceof ApiResult<?> result) {
            tell(call, result.value());
        } else if (value instanceof Portion<?> portion) {
            portion.items().forEach(item -> tell(call, item));
        } else if (value instanceof Rule rule) {
            tell(
                    call,
                    Unknown.FIELD,
                    rule.unread().size() + rule.spec().unread().size());
            tell(call, Unknown.ENUM, values(rule.spec()));
        }
    }

    private static void tell(CallInstrumentation call, Unknown what, int count) {
        if (count > 0) {
            call.unknown(what, count);
        }
    }

    private static int values(RuleSpec spec) {
        int values = one(METRICS, spec.metricId())
                + one(SEVERITIES, spec.notification().severity());
        List<Threshold> thresholds = spec.thresholds();
        if (thresholds != null) {
            for (Threshold threshold : thresholds) {
                values += one(SEVERITIES, threshold.type()) + one(OPERATORS, threshold.operator());
            }
        }
        return values;
    }

    private static <T> int one(Set<T> named, @Nullable T value) {
        return value == null || named.contains(value) ? 0 : 1;
    }
}
