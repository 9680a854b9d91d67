package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for webhooks or e-mails that do not say otherwise ({@code webhooks.defaults}, {@code emails.defaults}).
 *
 * @param enabled whether notifications are sent ({@code enabled}); true if null
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryDefaults(
        @JsonProperty("enabled") @Nullable Boolean enabled,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates defaults as they came from the service. */
    public DeliveryDefaults {
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DeliveryDefaults read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new DeliveryDefaults(raw.flag("enabled"), raw.left());
    }

    /**
     * Returns defaults.
     *
     * @param enabled whether notifications are sent
     * @return the defaults
     */
    public static DeliveryDefaults of(boolean enabled) {
        return new DeliveryDefaults(enabled, Map.of());
    }

    /** Returns the documented member; of the others, only how many there are. */
    @Override
    public String toString() {
        return "DeliveryDefaults[enabled=" + enabled + Members.describe(unread) + "]";
    }
}
