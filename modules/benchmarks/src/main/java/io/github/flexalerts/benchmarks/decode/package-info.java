/** JMH: decoding without a network, and a call without a wire. */
@NullMarked
package io.github.flexalerts.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
