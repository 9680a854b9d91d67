/** What is measured and how it is run; never published. */
@NullMarked
package io.github.flexalerts.benchmarks;

import org.jspecify.annotations.NullMarked;
