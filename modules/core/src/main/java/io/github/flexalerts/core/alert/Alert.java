package io.github.flexalerts.core.alert;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule with the notification configuration that it refers to.
 *
 * @param rule the rule
 * @param configuration the configuration; null if the rule refers to none, or to one that is gone
 */
public record Alert(Rule rule, @Nullable NotificationConfiguration configuration) {

    /** Creates an alert. */
    public Alert {
        requireNonNull(rule, "rule");
    }
}
