/**
 * The {@code flex-alerts} command. Data goes to stdout as it arrives and everything else to stderr; the exit code is 0 when
 * all is done, 1 when the service or the network said no, 2 when the input cannot be right and nothing was sent, and 130
 * when interrupted. This is the one place of the library where a thread waits for what is reactive.
 */
@NullMarked
package io.github.flexalerts.cli;

import org.jspecify.annotations.NullMarked;
