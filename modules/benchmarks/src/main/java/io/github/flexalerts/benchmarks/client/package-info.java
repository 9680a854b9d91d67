/** The clients that are measured, ours and the peers, behind one interface. */
@NullMarked
package io.github.flexalerts.benchmarks.client;

import org.jspecify.annotations.NullMarked;
