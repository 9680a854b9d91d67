package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a notification is posted to: an element of {@code webhooks.endpoints}.
 *
 * @param type the kind of the webhook ({@code type}); required in what is sent
 * @param url the URL ({@code url}); required in what is sent. Whoever knows a Slack webhook's URL can post to it, so it is
 *     treated as a secret. Which schemes are taken is not documented
 * @param enabled whether notifications are sent ({@code enabled}); inherited from the {@link DeliveryDefaults} if null
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookEndpoint(
        @JsonProperty("type") @Nullable WebhookType type,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("enabled") @Nullable Boolean enabled,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates an endpoint as it came from the service. */
    public WebhookEndpoint {
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WebhookEndpoint read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new WebhookEndpoint(
                raw.take("type", type -> type instanceof String text ? WebhookType.of(text) : null),
                raw.text("url"),
                raw.flag("enabled"),
                raw.left());
    }

    /**
     * Creates an endpoint.
     *
     * @param type the kind of the webhook
     * @param url the URL
     * @param enabled whether notifications are sent, null to inherit
     */
    public WebhookEndpoint(WebhookType type, String url, @Nullable Boolean enabled) {
        this(type, url, enabled, Map.of());
    }

    /**
     * Returns an endpoint of Slack's.
     *
     * @param url the URL of an incoming webhook
     * @return the endpoint; whether it is enabled is inherited
     */
    public static WebhookEndpoint slack(String url) {
        return new WebhookEndpoint(WebhookType.SLACK, url, null);
    }

    /**
     * Returns an endpoint of the caller's own.
     *
     * @param url the URL
     * @return the endpoint; whether it is enabled is inherited
     */
    public static WebhookEndpoint custom(String url) {
        return new WebhookEndpoint(WebhookType.CUSTOM, url, null);
    }

    /** Returns all but the URL, which may be a secret, and the contents of what is not documented. */
    @Override
    public String toString() {
        return "WebhookEndpoint[type=" + type + ", url=" + (url == null ? null : "***") + ", enabled=" + enabled
                + Members.describe(unread) + "]";
    }
}
