/** Computes plans: fingerprints, differences, mappings and configurations. */
@NullMarked
package io.github.flexalerts.bulk.internal.plan;

import org.jspecify.annotations.NullMarked;
