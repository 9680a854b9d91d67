/** The JSON of the wire, replaceable: what is read, what is written, and in which form. */
@NullMarked
package io.github.flexalerts.reactive.codec;

import org.jspecify.annotations.NullMarked;
