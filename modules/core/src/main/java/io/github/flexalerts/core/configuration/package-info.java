/** How Flex is set up for an account. */
@NullMarked
package io.github.flexalerts.core.configuration;

import org.jspecify.annotations.NullMarked;
