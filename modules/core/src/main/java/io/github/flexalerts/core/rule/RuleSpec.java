package io.github.flexalerts.core.rule;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.unread.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller decides about a rule: the ten fields that are the body of create and of update alike.
 *
 * <p>Specs are built with {@link #builder()}, which demands the seven required fields, or from a rule that exists with
 * {@link #toBuilder()}. A spec that is part of a {@link Rule} may lack any of them, since the service documents most of
 * its answers as "or null"; {@link #requireComplete()} checks this.
 *
 * <pre>{@code
 * RuleSpec spec = RuleSpec.builder()
 *         .friendlyName("waiting-too-long")
 *         .metricId(MetricId.WAITING_NOW)
 *         .taskChannelSid("TCaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
 *         .taskQueueSids("WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
 *         .active(true)
 *         .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
 *         .notifyEnabled(false)
 *         .build();
 * }</pre>
 *
 * @param friendlyName {@code rule_friendly_name}; documented as personal data, so it never appears in a log, a message or
 *     {@link #toString()}. Use a pseudonym
 * @param metricId {@code metric_id}
 * @param taskChannelSid {@code task_channel_sid}
 * @param taskQueueSids {@code task_queue_sids}
 * @param active {@code active}
 * @param thresholds {@code rule_thresholds}
 * @param notification the four {@code notify_…} fields
 * @param unread those of the ten that the service sent in a shape that cannot be read, raw, under their names on the
 *     wire. As long as there is one, the spec cannot be sent: an update replaces the whole rule and would lose it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = "unread",
        ignoreUnknown = true) // to a reader, a member named so is unknown like any other
public record RuleSpec(
        @JsonProperty("rule_friendly_name") @Nullable String friendlyName,
        @JsonProperty("metric_id") @Nullable MetricId metricId,
        @JsonProperty("task_channel_sid") @Nullable String taskChannelSid,
        @JsonProperty("task_queue_sids") @Nullable List<String> taskQueueSids,
        @JsonProperty("active") @Nullable Boolean active,
        @JsonProperty("rule_thresholds") @Nullable List<Threshold> thresholds,
        @JsonUnwrapped NotificationPolicy notification,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates a spec as it came from the service; to write one, use {@link #builder()}. */
    @SuppressWarnings("NullAway") // a foreign reader passes null for what is absent
    public RuleSpec {
        taskQueueSids = taskQueueSids == null ? null : List.copyOf(taskQueueSids);
        thresholds = thresholds == null ? null : List.copyOf(thresholds);
        notification = notification == null ? NotificationPolicy.UNSAID : notification;
        unread = Members.copyOf(unread);
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static RuleSpecBuilder builder() {
        return new RuleSpecBuilder(null);
    }

    /**
     * Returns a builder with this spec's values. Values left as they are may be outside of the documented ranges, since
     * they came from the service; what is set anew is checked.
     *
     * @return a new builder
     */
    public RuleSpecBuilder toBuilder() {
        return new RuleSpecBuilder(this).from(this);
    }

    /**
     * Returns this spec if it can be sent: all seven required fields are there and none was left unread.
     *
     * @return this spec
     * @throws InvalidSpecException naming every field that is missing or unread
     */
    public RuleSpec requireComplete() {
        InvalidSpecException.throwIfAny(RuleSpecChecks.complete(this));
        return this;
    }

    /** Returns the fields but for the friendly name, which is personal data, and the contents of what was not read. */
    @Override
    public String toString() {
        return "RuleSpec[metricId=" + metricId + ", taskChannelSid=" + taskChannelSid + ", taskQueueSids="
                + taskQueueSids + ", active=" + active + ", thresholds=" + thresholds + ", notification=" + notification
                + Members.describe(unread) + "]";
    }
}
