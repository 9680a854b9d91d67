/** Listings: following next-page links, reading a page while it arrives, and resuming. */
@NullMarked
package io.github.flexalerts.reactive.internal.paging;

import org.jspecify.annotations.NullMarked;
