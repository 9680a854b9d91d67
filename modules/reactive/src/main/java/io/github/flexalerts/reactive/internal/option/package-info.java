/** Values that options are made of, and the checks of their ranges. */
@NullMarked
package io.github.flexalerts.reactive.internal.option;

import org.jspecify.annotations.NullMarked;
