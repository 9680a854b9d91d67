/** The side-by-side run: processes, rounds, figures, goals and the report. */
@NullMarked
package io.github.flexalerts.benchmarks.run;

import org.jspecify.annotations.NullMarked;
