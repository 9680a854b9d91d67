/** The commands {@code rules list, get, create, update} and {@code delete}. */
@NullMarked
package io.github.flexalerts.cli.rules;

import org.jspecify.annotations.NullMarked;
