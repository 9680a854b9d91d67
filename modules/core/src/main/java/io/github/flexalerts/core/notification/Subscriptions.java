package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notifications to Flex users ({@code destinations.subscriptions}).
 *
 * @param defaults what holds for every recipient that does not say otherwise ({@code defaults}); the service's own if null
 * @param recipients who is notified ({@code recipients}); required in what is sent, at most ten users in all
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subscriptions(
        @JsonProperty("defaults") @Nullable SubscriptionDefaults defaults,
        @JsonProperty("recipients") @Nullable List<Recipient> recipients,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates subscriptions as they came from the service. */
    public Subscriptions {
        recipients = recipients == null ? null : List.copyOf(recipients);
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Subscriptions read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new Subscriptions(
                raw.object("defaults", SubscriptionDefaults::read),
                raw.objects("recipients", Recipient::read),
                raw.left());
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

    /**
     * Returns who is notified, over all recipients.
     *
     * @return the users' SIDs, as often as they are named
     */
    public List<String> users() {
        return recipients == null
                ? List.of()
                : recipients.stream()
                        .flatMap(each -> each.userSids() == null ? Stream.empty() : each.userSids().stream())
                        .toList();
    }

    /**
     * Returns these subscriptions with each user replaced; one that a recipient then has twice is in it once.
     *
     * @param change makes the user's SID
     * @return a copy
     */
    public Subscriptions withUsers(UnaryOperator<String> change) {
        return recipients == null
                ? this
                : withRecipients(
                        recipients.stream().map(each -> each.withUsers(change)).toList());
    }

    /** Returns the documented members, without the users; of the others, only how many there are. */
    @Override
    public String toString() {
        return "Subscriptions[defaults=" + defaults + ", recipients=" + recipients + Members.describe(unread) + "]";
    }
}
