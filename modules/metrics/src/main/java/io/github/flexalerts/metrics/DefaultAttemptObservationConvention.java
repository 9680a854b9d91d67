package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.FlexAlertsObservationDocumentation.AttemptKey;
import io.micrometer.common.KeyValues;

/** Our name and tags of attempts: {@code operation, method, status, outcome, attempt}. */
public class DefaultAttemptObservationConvention implements AttemptObservationConvention {
    static final AttemptObservationConvention INSTANCE = new DefaultAttemptObservationConvention();

    /** Creates the convention. */
    public DefaultAttemptObservationConvention() {}

    @Override
    public String getName() {
        return FlexAlertsMeterDocumentation.ATTEMPTS.getName();
    }

    @Override
    public String getContextualName(AttemptContext context) {
        return context.operation().verb() + " " + context.operation().template();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(AttemptContext context) {
        return KeyValues.of(
                AttemptKey.OPERATION.withValue(context.operation().id()),
                AttemptKey.METHOD.withValue(context.operation().verb()),
                AttemptKey.STATUS.withValue(context.statusTag()),
                AttemptKey.OUTCOME.withValue(context.outcome().name()),
                AttemptKey.ATTEMPT.withValue(context.isRetry() ? "retry" : "first"));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(AttemptContext context) {
        return TraceKeys.of(context);
    }
}
