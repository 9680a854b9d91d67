/** What faults do and which requests they befall. */
@NullMarked
package io.github.flexalerts.testkit.internal.fault;

import org.jspecify.annotations.NullMarked;
