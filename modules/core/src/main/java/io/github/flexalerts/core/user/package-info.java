/** The users of Flex, who can be notified. Names and addresses never appear in a {@code toString}. */
@NullMarked
package io.github.flexalerts.core.user;

import org.jspecify.annotations.NullMarked;
