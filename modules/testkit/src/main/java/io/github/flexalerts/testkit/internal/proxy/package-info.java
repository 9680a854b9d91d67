/** The handshakes of the fake proxy. */
@NullMarked
package io.github.flexalerts.testkit.internal.proxy;

import org.jspecify.annotations.NullMarked;
