/** The wire, replaceable: one request, one answer, no knowledge of rules. */
@NullMarked
package io.github.flexalerts.reactive.transport;

import org.jspecify.annotations.NullMarked;
