package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every recipient that does not say otherwise ({@code subscriptions.defaults}).
 *
 * @param archive whether notifications are archived ({@code archive}); true if null
 * @param enabled whether notifications are sent ({@code enabled}); true if null
 * @param types how they show up in Flex ({@code notification_type}); in the app alone if null
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionDefaults(
        @JsonProperty("archive") @Nullable Boolean archive,
        @JsonProperty("enabled") @Nullable Boolean enabled,
        @JsonProperty("notification_type") @Nullable List<NotificationType> types,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates defaults as they came from the service. */
    public SubscriptionDefaults {
        types = types == null ? null : List.copyOf(types);
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SubscriptionDefaults read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new SubscriptionDefaults(raw.flag("archive"), raw.flag("enabled"), raw.types(), raw.left());
    }

    /**
     * Creates defaults.
     *
     * @param archive whether notifications are archived, null for the service's own default
     * @param enabled whether notifications are sent, null for the service's own default
     * @param types how they show up in Flex, null for the service's own default
     */
    public SubscriptionDefaults(
            @Nullable Boolean archive, @Nullable Boolean enabled, @Nullable List<NotificationType> types) {
        this(archive, enabled, types, Map.of());
    }

    /** Returns the three documented members; of the others, only how many there are. */
    @Override
    public String toString() {
        return "SubscriptionDefaults[archive=" + archive + ", enabled=" + enabled + ", types=" + types
                + Members.describe(unread) + "]";
    }
}
