package io.github.flexalerts.core.user;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a user may do in Flex ({@code roles}); an open value.
 *
 * @param value the text on the wire
 */
public record Role(@JsonValue String value) {
    public static final Role AGENT = new Role("agent");
    public static final Role SUPERVISOR = new Role("supervisor");
    public static final Role ADMIN = new Role("admin");

    /** Creates a value; any text is taken, for the set is the service's to extend. */
    public Role {
        requireNonNull(value, "value");
    }

    /**
     * Returns the value with this text on the wire.
     *
     * @param value the text, documented or not
     * @return the value
     */
    @JsonCreator
    public static Role of(String value) {
        return new Role(value);
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
