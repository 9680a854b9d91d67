package io.github.flexalerts.core.notification;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a notification shows up in Flex ({@code notification_type}); an open value.
 *
 * @param value the text on the wire
 */
public record NotificationType(@JsonValue String value) {
    public static final NotificationType IN_APP = new NotificationType("in_app");
    public static final NotificationType BROWSER_PUSH = new NotificationType("browser_push");
    public static final NotificationType TOAST = new NotificationType("toast");

    /** Creates a value; any text is taken, for the set is the service's to extend. */
    public NotificationType {
        requireNonNull(value, "value");
    }

    /**
     * Returns the value with this text on the wire.
     *
     * @param value the text, documented or not
     * @return the value
     */
    @JsonCreator
    public static NotificationType of(String value) {
        return new NotificationType(value);
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
