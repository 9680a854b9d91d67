/** What the calls of an account share: the governor, its permits, and the retry budget. */
@NullMarked
package io.github.flexalerts.reactive.internal.traffic;

import org.jspecify.annotations.NullMarked;
