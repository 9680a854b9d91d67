/**
 * Bulk work on alert rules: many writes at once, exports, plans, their application with a journal, and rollouts over many
 * targets. All operators work on {@code Flux} and {@code Mono}, start on subscription, and have no threads of their own.
 */
@NullMarked
package io.github.flexalerts.bulk;

import org.jspecify.annotations.NullMarked;
