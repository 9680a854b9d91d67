/**
 * What can go wrong, sorted by what the caller may do next. Everything that a call can end in is a
 * {@link io.github.flexalerts.core.error.FlexAlertsException}; everything that cannot be sent at all is an
 * {@link java.lang.IllegalArgumentException}. No message holds a credential, a body or a rule's name.
 */
@NullMarked
package io.github.flexalerts.core.error;

import org.jspecify.annotations.NullMarked;
