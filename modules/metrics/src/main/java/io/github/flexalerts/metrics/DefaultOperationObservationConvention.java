package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.FlexAlertsObservationDocumentation.OperationKey;
import io.micrometer.common.KeyValues;

/** Our name and tags of operations: {@code operation, outcome, kind}. */
public class DefaultOperationObservationConvention implements OperationObservationConvention {
    static final OperationObservationConvention INSTANCE = new DefaultOperationObservationConvention();

    /** Creates the convention. */
    public DefaultOperationObservationConvention() {}

    @Override
    public String getName() {
        return FlexAlertsMeterDocumentation.OPERATIONS.getName();
    }

    @Override
    public String getContextualName(OperationContext context) {
        return context.operation().id();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(OperationContext context) {
        return KeyValues.of(
                OperationKey.OPERATION.withValue(context.operation().id()),
                OperationKey.OUTCOME.withValue(context.outcome().name()),
                OperationKey.KIND.withValue(context.kind().tag()));
    }
}
