package io.github.flexalerts.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Name and tags of attempts. Low-cardinality keys become tags, so they must come from closed sets. */
public interface AttemptObservationConvention extends ObservationConvention<AttemptContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof AttemptContext;
    }
}
