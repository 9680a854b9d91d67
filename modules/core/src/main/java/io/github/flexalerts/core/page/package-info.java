/** One page of a listing, with the links that lead on from it. */
@NullMarked
package io.github.flexalerts.core.page;

import org.jspecify.annotations.NullMarked;
