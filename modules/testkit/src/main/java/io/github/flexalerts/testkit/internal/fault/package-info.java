/** The effects of faults and the requests to which they apply. */
@NullMarked
package io.github.flexalerts.testkit.internal.fault;

import org.jspecify.annotations.NullMarked;
