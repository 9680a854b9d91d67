/**
 * What came with an object and is not in the reference. For the records of this module, which keep it; the module does not
 * export it.
 */
@NullMarked
package io.github.flexalerts.core.unread;

import org.jspecify.annotations.NullMarked;
