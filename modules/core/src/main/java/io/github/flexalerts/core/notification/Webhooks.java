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
 * Notifications to webhooks ({@code destinations.webhooks}).
 *
 * @param defaults what holds for an endpoint that does not say otherwise ({@code defaults}); the service's own if null
 * @param endpoints where to post ({@code endpoints}); required in what is sent, at most one
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhooks(
        @JsonProperty("defaults") @Nullable DeliveryDefaults defaults,
        @JsonProperty("endpoints") @Nullable List<WebhookEndpoint> endpoints,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates webhooks as they came from the service. */
    public Webhooks {
        endpoints = endpoints == null ? null : List.copyOf(endpoints);
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Webhooks read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new Webhooks(
                raw.object("defaults", DeliveryDefaults::read),
                raw.objects("endpoints", WebhookEndpoint::read),
                raw.left());
    }

    /**
     * Creates webhooks.
     *
     * @param defaults what holds for an endpoint, null for the service's own
     * @param endpoints where to post
     */
    public Webhooks(@Nullable DeliveryDefaults defaults, List<WebhookEndpoint> endpoints) {
        this(defaults, endpoints, Map.of());
    }

    /**
     * Returns a webhook with the service's own defaults.
     *
     * @param endpoint where to post
     * @return the webhook
     */
    public static Webhooks of(WebhookEndpoint endpoint) {
        return new Webhooks(null, List.of(endpoint));
    }

    /** Returns the documented members, without the URL; of the others, only how many there are. */
    @Override
    public String toString() {
        return "Webhooks[defaults=" + defaults + ", endpoints=" + endpoints + Members.describe(unread) + "]";
    }
}
