package io.github.flexalerts.bulk;

import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.core.notification.Destinations;
import org.jspecify.annotations.Nullable;

/**
 * A notification configuration that a plan creates, updates or deletes.
 *
 * @param action what is done
 * @param key the SID of the configuration at the source; for a delete, at the target
 * @param ttid its SID at the target; null for a create
 * @param desired the whole desired destinations, with the users of the target; null for a delete
 * @param current the destinations at the target when the plan was made; null for a create and a delete
 */
public record ConfigurationChange(
        Action action,
        String key,
        @Nullable String ttid,
        @Nullable Destinations desired,
        @Nullable Destinations current) {}
