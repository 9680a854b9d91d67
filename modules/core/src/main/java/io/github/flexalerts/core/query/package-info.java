/** What a listing of rules can be asked for: filters, order and page size. */
@NullMarked
package io.github.flexalerts.core.query;

import org.jspecify.annotations.NullMarked;
