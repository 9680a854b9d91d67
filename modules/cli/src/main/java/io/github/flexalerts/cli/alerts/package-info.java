/** The commands that write a rule together with its notification configuration, and their journal. */
@NullMarked
package io.github.flexalerts.cli.alerts;

import org.jspecify.annotations.NullMarked;
