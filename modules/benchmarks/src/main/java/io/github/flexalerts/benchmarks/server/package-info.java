/** A page server whose answers are encoded before anybody asks. */
@NullMarked
package io.github.flexalerts.benchmarks.server;

import org.jspecify.annotations.NullMarked;
