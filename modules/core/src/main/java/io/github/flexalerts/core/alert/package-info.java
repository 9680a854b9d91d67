/** What the alert workflow is asked for and what it returns: a rule together with where its notifications go. */
@NullMarked
package io.github.flexalerts.core.alert;

import org.jspecify.annotations.NullMarked;
