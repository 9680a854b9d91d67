/** Executes plans. */
@NullMarked
package io.github.flexalerts.bulk.internal.apply;

import org.jspecify.annotations.NullMarked;
