/** Requests and answers on the wire, the operations that they are, and the log of what was received. */
@NullMarked
package io.github.flexalerts.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
