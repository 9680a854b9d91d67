package io.github.flexalerts.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Name and tags of operations. Low-cardinality keys become tags, so they must come from closed sets. */
public interface OperationObservationConvention extends ObservationConvention<OperationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof OperationContext;
    }
}
