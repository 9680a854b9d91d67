/**
 * The meters and traces of the client, by Micrometer. The one way in is
 * {@link io.github.flexalerts.metrics.FlexAlertsMetrics}; conventions are what can be replaced; the two
 * {@code …Documentation} enums list every name, tag, type and unit.
 */
@NullMarked
package io.github.flexalerts.metrics;

import org.jspecify.annotations.NullMarked;
