package io.github.flexalerts.core.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * The metric that a rule watches ({@code metric_id}).
 *
 * <p>An open value: the constants are the seventeen metrics of the reference, and {@link #of} takes any other, so that a
 * metric which the service adds tomorrow is read, kept and sent back unchanged. The unit of a metric's threshold is not
 * documented; none is assumed here.
 *
 * @param value the text on the wire, as in {@code Active (Now)}
 */
public record MetricId(@JsonValue String value) {
    public static final MetricId ACTIVE_NOW = new MetricId("Active (Now)");
    public static final MetricId WAITING_NOW = new MetricId("Waiting (Now)");
    public static final MetricId AVAILABLE_AGENTS_NOW = new MetricId("Available Agents (Now)");
    public static final MetricId OFFLINE_AGENTS_NOW = new MetricId("Offline Agents (Now)");
    public static final MetricId UNAVAILABLE_AGENTS_NOW = new MetricId("Unavailable Agents (Now)");
    public static final MetricId ABANDONED_30_MIN = new MetricId("Abandoned (30 min)");
    public static final MetricId ABANDONED_TODAY = new MetricId("Abandoned (Today)");
    public static final MetricId ACCEPTED_30_MIN = new MetricId("Accepted (30 min)");
    public static final MetricId ACCEPTED_TODAY = new MetricId("Accepted (Today)");
    public static final MetricId AVERAGE_SPEED_OF_ANSWER_TODAY = new MetricId("Avg. Speed of Answer (Today)");
    public static final MetricId AVERAGE_HANDLE_TIME_TODAY = new MetricId("Avg. Handle Time (Today)");
    public static final MetricId MISSED_INVITATIONS_30_MIN = new MetricId("Missed Invitations (30 min)");
    public static final MetricId MISSED_INVITATIONS_TODAY = new MetricId("Missed Invitations (Today)");
    public static final MetricId SLA_30_MIN = new MetricId("SLA (30 min)");
    public static final MetricId SLA_TODAY = new MetricId("SLA (Today)");
    public static final MetricId LONGEST_AVAILABLE_AGENT_NOW = new MetricId("Longest Available Agent (Now)");
    public static final MetricId LONGEST_NOW = new MetricId("Longest (Now)");

    private static final List<MetricId> DOCUMENTED = List.of(
            ACTIVE_NOW,
            WAITING_NOW,
            AVAILABLE_AGENTS_NOW,
            OFFLINE_AGENTS_NOW,
            UNAVAILABLE_AGENTS_NOW,
            ABANDONED_30_MIN,
            ABANDONED_TODAY,
            ACCEPTED_30_MIN,
            ACCEPTED_TODAY,
            AVERAGE_SPEED_OF_ANSWER_TODAY,
            AVERAGE_HANDLE_TIME_TODAY,
            MISSED_INVITATIONS_30_MIN,
            MISSED_INVITATIONS_TODAY,
            SLA_30_MIN,
            SLA_TODAY,
            LONGEST_AVAILABLE_AGENT_NOW,
            LONGEST_NOW);

    /** Creates a metric id; any text is taken, for the set is the service's to extend. */
    public MetricId {
        requireNonNull(value, "value");
    }

    /**
     * Returns the metric id with this text on the wire.
     *
     * @param value the text, documented or not
     * @return the metric id
     */
    @JsonCreator
    public static MetricId of(String value) {
        return new MetricId(value);
    }

    /**
     * Returns the seventeen metrics of the reference, in its order.
     *
     * @return the documented metrics
     */
    public static List<MetricId> documented() {
        return DOCUMENTED;
    }

    /** Returns the text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
