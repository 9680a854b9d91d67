package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notifications to Flex users ({@code destinations.subscriptions}).
 *
 * @param defaults what holds for every recipient that does not say otherwise ({@code defaults}); the service's own if null
 * @param recipients who is notified ({@code recipients}); required in what is sent, at most ten users in all
 * @param unread the members that the reference does not name; they are sent back as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subscriptions(
        @JsonProperty("defaults") @Nullable SubscriptionDefaults defaults,
        @JsonProperty("recipients") @Nullable List<Recipient> recipients,
        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> unread) {

    /** Creates subscriptions as they came from the service. */
    public Subscriptions {
        recipients = recipients == null ? null : List.copyOf(recipients);
        unread = Members.copyOf(unread);
    }

    /**
     * Creates subscriptions.
     *
     * @param defaults what holds for every recipient, null for the service's own
     * @param recipients who is notified
     */
    public Subscriptions(@Nullable SubscriptionDefaults defaults, List<Recipient> recipients) {
        this(defaults, recipients, Map.of());
    }

    /**
     * Returns subscriptions of users who are all notified in the service's own way.
     *
     * @param userSids the users' SIDs
     * @return the subscriptions
     */
    public static Subscriptions of(String... userSids) {
        return new Subscriptions(null, List.of(Recipient.of(userSids)));
    }

    /**
     * Returns these subscriptions with other recipients.
     *
     * @param recipients who is notified
     * @return a copy
     */
    public Subscriptions withRecipients(List<Recipient> recipients) {
        return new Subscriptions(defaults, recipients, unread);
    }

    /** Returns the documented members, without the users; of the others, only how many there are. */
    @Override
    public String toString() {
        return "Subscriptions[defaults=" + defaults + ", recipients=" + recipients + Members.describe(unread) + "]";
    }
}
