/**
 * What an alert rule is: the {@link io.github.flexalerts.core.rule.RuleSpec ten fields that the caller decides}, and the
 * {@link io.github.flexalerts.core.rule.Rule} that the service makes of them. Strict in what is built, lenient in what is
 * read: builders demand what the reference requires, while a rule that came from the service keeps whatever it came with.
 */
@NullMarked
package io.github.flexalerts.core.rule;

import org.jspecify.annotations.NullMarked;
