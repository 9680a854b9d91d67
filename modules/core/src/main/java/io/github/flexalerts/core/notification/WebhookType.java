package io.github.flexalerts.core.notification;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kind of a webhook ({@code type}); an open value.
 *
 * @param value the text on the wire
 */
public record WebhookType(@JsonValue String value) {
    public static final WebhookType SLACK = new WebhookType("slack");
    public static final WebhookType CUSTOM = new WebhookType("custom");

    /** Creates a value; any text is taken, for the set is the service's to extend. */
    public WebhookType {
        requireNonNull(value, "value");
    }

    /**
     * Returns the value with this text on the wire.
     *
     * @param value the text, documented or not
     * @return the value
     */
    @JsonCreator
    public static WebhookType of(String value) {
        return new WebhookType(value);
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
