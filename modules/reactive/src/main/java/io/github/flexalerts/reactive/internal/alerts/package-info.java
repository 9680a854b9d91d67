/** The workflow that writes a rule together with its notification configuration. */
@NullMarked
package io.github.flexalerts.reactive.internal.alerts;

import org.jspecify.annotations.NullMarked;
