/** The command that checks settings, network and permissions. */
@NullMarked
package io.github.flexalerts.cli.doctor;

import org.jspecify.annotations.NullMarked;
