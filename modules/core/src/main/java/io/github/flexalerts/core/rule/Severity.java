package io.github.flexalerts.core.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How grave an alert is ({@code threshold_type}, {@code notify_severity}); an open value.
 *
 * @param value the text on the wire
 */
public record Severity(@JsonValue String value) {
    public static final Severity CRITICAL = new Severity("Critical");
    public static final Severity WARNING = new Severity("Warning");

    /** Creates a value; any text is taken, for the set is the service's to extend. */
    public Severity {
        requireNonNull(value, "value");
    }

    /**
     * Returns the value with this text on the wire.
     *
     * @param value the text, documented or not
     * @return the value
     */
    @JsonCreator
    public static Severity of(String value) {
        return new Severity(value);
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
