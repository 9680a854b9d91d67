/** The commands for bulk migrations: export, plan, drift, apply, copy and rollout. */
@NullMarked
package io.github.flexalerts.cli.bulk;

import org.jspecify.annotations.NullMarked;
