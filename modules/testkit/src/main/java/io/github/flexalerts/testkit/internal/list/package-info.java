/** Listings in pages: the store, its views, their order, and page tokens. */
@NullMarked
package io.github.flexalerts.testkit.internal.list;

import org.jspecify.annotations.NullMarked;
