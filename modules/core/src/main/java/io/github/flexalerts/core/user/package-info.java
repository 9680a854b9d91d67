/** Who works in Flex, and so can be notified in it. Names and addresses never stand in a {@code toString}. */
@NullMarked
package io.github.flexalerts.core.user;

import org.jspecify.annotations.NullMarked;
