/** The path of one call: authorize, admit, send, check, decode, retry. {@code CallPipeline} is the place to start reading. */
@NullMarked
package io.github.flexalerts.reactive.internal.call;

import org.jspecify.annotations.NullMarked;
