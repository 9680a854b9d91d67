/** Meters of the clients, and the words that tags are made of. */
@NullMarked
package io.github.flexalerts.metrics.internal;

import org.jspecify.annotations.NullMarked;
