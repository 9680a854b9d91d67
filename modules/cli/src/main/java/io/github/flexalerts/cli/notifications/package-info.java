/** The commands for notification configurations. */
@NullMarked
package io.github.flexalerts.cli.notifications;

import org.jspecify.annotations.NullMarked;
