package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Flex users who are notified in the same way: an element of {@code subscriptions.recipients}. What is null is inherited
 * from the {@link SubscriptionDefaults}.
 *
 * @param userSids the users ({@code user_sids}), by the SID that the list of users calls {@code flex_user_sid}
 * @param types how notifications show up in Flex ({@code notification_type}); inherited if null
 * @param archive whether notifications are archived ({@code archive}); inherited if null
 * @param enabled whether notifications are sent ({@code enabled}); inherited if null
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipient(
        @JsonProperty("user_sids") @Nullable List<String> userSids,
        @JsonProperty("notification_type") @Nullable List<NotificationType> types,
        @JsonProperty("archive") @Nullable Boolean archive,
        @JsonProperty("enabled") @Nullable Boolean enabled,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates a recipient as it came from the service. */
    public Recipient {
        userSids = userSids == null ? null : List.copyOf(userSids);
        types = types == null ? null : List.copyOf(types);
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Recipient read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new Recipient(raw.texts("user_sids"), raw.types(), raw.flag("archive"), raw.flag("enabled"), raw.left());
    }

    /**
     * Creates a recipient.
     *
     * @param userSids the users' SIDs
     * @param types how notifications show up in Flex, null to inherit
     * @param archive whether notifications are archived, null to inherit
     * @param enabled whether notifications are sent, null to inherit
     */
    public Recipient(
            List<String> userSids,
            @Nullable List<NotificationType> types,
            @Nullable Boolean archive,
            @Nullable Boolean enabled) {
        this(userSids, types, archive, enabled, Map.of());
    }

    /**
     * Returns a recipient that inherits everything.
     *
     * @param userSids the users' SIDs
     * @return the recipient
     */
    public static Recipient of(String... userSids) {
        return new Recipient(List.of(userSids), null, null, null);
    }

    /**
     * Returns this recipient with other users.
     *
     * @param userSids the users' SIDs
     * @return a copy
     */
    public Recipient withUserSids(List<String> userSids) {
        return new Recipient(userSids, types, archive, enabled, unread);
    }

    Recipient withUsers(UnaryOperator<String> change) {
        return userSids == null
                ? this
                : withUserSids(userSids.stream().map(change).distinct().toList());
    }

    /** Returns all but the users, who may still be names, and the contents of what is not documented. */
    @Override
    public String toString() {
        return "Recipient[users=" + (userSids == null ? null : userSids.size()) + ", types=" + types + ", archive="
                + archive + ", enabled=" + enabled + Members.describe(unread) + "]";
    }
}
