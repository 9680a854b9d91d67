/** Settings of the environment and options, from which a client is made. */
@NullMarked
package io.github.flexalerts.cli.settings;

import org.jspecify.annotations.NullMarked;
