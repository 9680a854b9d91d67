package io.github.flexalerts.core.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * On which side of its value a threshold is crossed ({@code threshold_operator}); an open value. Whether the
 * comparison is strict is not documented.
 *
 * @param value the text on the wire
 */
public record ThresholdOperator(@JsonValue String value) {
    public static final ThresholdOperator GREATER_THAN = new ThresholdOperator("Greater Than");
    public static final ThresholdOperator LESSER_THAN = new ThresholdOperator("Lesser Than");

    /** Creates a value; any text is taken, for the set is the service's to extend. */
    public ThresholdOperator {
        requireNonNull(value, "value");
    }

    /**
     * Returns the value with this text on the wire.
     *
     * @param value the text, documented or not
     * @return the value
     */
    @JsonCreator
    public static ThresholdOperator of(String value) {
        return new ThresholdOperator(value);
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
