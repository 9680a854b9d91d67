/** The commands for profiles. */
@NullMarked
package io.github.flexalerts.cli.profiles;

import org.jspecify.annotations.NullMarked;
