package io.github.flexalerts.bulk;

import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a plan creates, updates or deletes.
 *
 * @param action what is done
 * @param sid the rule at the target; null for a create
 * @param desired the whole desired rule, with the identifiers of the target; null for a delete
 * @param current the rule at the target when the plan was made; null for a create
 * @param configuration the {@link ConfigurationChange#key()} of a configuration that the plan creates and whose SID replaces
 *     {@code notify_methods_id}; null if the desired rule has its final value
 * @param fields the fields that an update changes, empty for other actions
 * @param reason why, in one sentence without personal data
 */
public record RuleChange(
        Action action,
        @Nullable String sid,
        @Nullable RuleSpec desired,
        @Nullable RuleSpec current,
        @Nullable String configuration,
        List<FieldChange> fields,
        String reason) {

    /** What is done to a rule or a configuration. */
    public enum Action {
        /** It does not exist at the target and is created. */
        CREATE,
        /** It exists with other values and is replaced. */
        UPDATE,
        /** It exists at the target only and is deleted. */
        DELETE
    }

    /** Copies the list. */
    public RuleChange {
        fields = List.copyOf(fields);
    }

    /**
     * Returns the friendly name, which is personal data.
     *
     * @return the name; null if the rule has none
     */
    public @Nullable String name() {
        RuleSpec spec = desired == null ? current : desired;
        return spec == null ? null : spec.friendlyName();
    }
}
