/** Putting a client together and closing it. */
@NullMarked
package io.github.flexalerts.reactive.internal.client;

import org.jspecify.annotations.NullMarked;
