package io.github.flexalerts.core.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One threshold of a rule: an element of {@code rule_thresholds}.
 *
 * <p>How many a rule may have is documented for the Console alone: one warning, one critical, or both.
 *
 * @param type the severity that crossing it has ({@code threshold_type})
 * @param operator the side on which it is crossed ({@code threshold_operator})
 * @param value the raw number ({@code threshold_value}); its unit depends on the metric and is not documented
 * @param unread the members that the reference does not name; they are sent back as they came, since an update replaces
 *     the whole rule
 */
public record Threshold(
        @JsonProperty("threshold_type") Severity type,
        @JsonProperty("threshold_operator") ThresholdOperator operator,

        @JsonProperty(value = "threshold_value", required = true)
        long value,

        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> unread) {

    /** Creates a threshold as it came from the service. */
    public Threshold {
        requireNonNull(type, "type");
        requireNonNull(operator, "operator");
        unread = Members.copyOf(unread);
    }

    /**
     * Creates a threshold.
     *
     * @param type the severity that crossing it has
     * @param operator the side on which it is crossed
     * @param value the raw number, in the metric's own unit
     */
    public Threshold(Severity type, ThresholdOperator operator, long value) {
        this(type, operator, value, Map.of());
    }

    /**
     * Returns a critical threshold.
     *
     * @param operator the side on which it is crossed
     * @param value the raw number, in the metric's own unit
     * @return the threshold
     */
    public static Threshold critical(ThresholdOperator operator, long value) {
        return new Threshold(Severity.CRITICAL, operator, value);
    }

    /**
     * Returns a warning threshold.
     *
     * @param operator the side on which it is crossed
     * @param value the raw number, in the metric's own unit
     * @return the threshold
     */
    public static Threshold warning(ThresholdOperator operator, long value) {
        return new Threshold(Severity.WARNING, operator, value);
    }

    /** Returns the three documented members; of the others, only how many there are. */
    @Override
    public String toString() {
        return "Threshold[" + type + " " + operator + " " + value + Members.describe(unread) + "]";
    }
}
