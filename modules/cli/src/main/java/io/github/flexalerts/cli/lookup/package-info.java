/** The commands that list users, task queues and task channels. */
@NullMarked
package io.github.flexalerts.cli.lookup;

import org.jspecify.annotations.NullMarked;
