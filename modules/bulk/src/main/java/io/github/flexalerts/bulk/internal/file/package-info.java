/** Export, plan and journal files. */
@NullMarked
package io.github.flexalerts.bulk.internal.file;

import org.jspecify.annotations.NullMarked;
