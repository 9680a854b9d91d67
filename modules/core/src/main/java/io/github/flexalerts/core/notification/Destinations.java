package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications go ({@code destinations}): what the caller decides about a notification configuration, and the body
 * of create and of update alike.
 *
 * <p>Built with {@link #builder()}, which checks the documented limits, or from a configuration that exists with
 * {@link #toBuilder()}. Mind that {@code enabled} of a recipient or an endpoint overrides the defaults: false there notifies
 * nobody, whatever the defaults say.
 *
 * <pre>{@code
 * Destinations destinations = Destinations.builder()
 *         .subscriptions(Subscriptions.of("FUaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))
 *         .emails(Emails.of("ops@example.com"))
 *         .build();
 * }</pre>
 *
 * @param subscriptions Flex users ({@code subscriptions}), null for none
 * @param webhooks webhooks ({@code webhooks}), null for none
 * @param emails e-mail addresses ({@code emails}), null for none
 * @param unread the members that the reference does not name, which are sent back as they came, since an update replaces the
 *     whole configuration; and those of these three that came in a shape that cannot be read, raw, which are never sent: see
 *     {@link #requireComplete()}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Destinations(
        @JsonProperty("subscriptions") @Nullable Subscriptions subscriptions,
        @JsonProperty("webhooks") @Nullable Webhooks webhooks,
        @JsonProperty("emails") @Nullable Emails emails,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {
    static final Destinations NONE = new Destinations(null, null, null, Map.of());

    /** Creates destinations as they came from the service; to write some, use {@link #builder()}. */
    public Destinations {
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Destinations read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new Destinations(
                raw.object("subscriptions", Subscriptions::read),
                raw.object("webhooks", Webhooks::read),
                raw.object("emails", Emails::read),
                raw.left());
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static DestinationsBuilder builder() {
        return new DestinationsBuilder(NONE);
    }

    /**
     * Returns a builder with these destinations. What is left as it is may be outside of the documented limits, since it came
     * from the service; what is set anew is checked.
     *
     * @return a new builder
     */
    public DestinationsBuilder toBuilder() {
        return new DestinationsBuilder(this);
    }

    /**
     * Returns these destinations if they can be sent: there is at least one, nothing required is missing, and nothing is in a
     * shape that could not be read, for to leave that out would take it away.
     *
     * @return these destinations
     * @throws InvalidSpecException naming everything that is missing or of another shape
     */
    public Destinations requireComplete() {
        InvalidSpecException.throwIfAny(DestinationChecks.complete(this));
        return this;
    }

    /** Returns the kinds of destinations, without users, URLs and addresses. */
    @Override
    public String toString() {
        return "Destinations[subscriptions=" + subscriptions + ", webhooks=" + webhooks + ", emails=" + emails
                + Members.describe(unread) + "]";
    }
}
