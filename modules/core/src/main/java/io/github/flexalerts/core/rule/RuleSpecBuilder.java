package io.github.flexalerts.core.rule;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.error.InvalidSpecException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link RuleSpec}. Nothing is checked before {@link #build()}, which then names all that is missing or out of
 * range at once. Not safe for use by several threads.
 */
public final class RuleSpecBuilder {
    static final RuleSpec NOTHING =
            new RuleSpec(null, null, null, null, null, null, NotificationPolicy.UNSAID, Map.of());

    private final @Nullable RuleSpec base;
    private final Map<String, @Nullable Object> unread = new LinkedHashMap<>();
    private @Nullable String friendlyName;
    private @Nullable MetricId metricId;
    private @Nullable String taskChannelSid;
    private @Nullable List<String> taskQueueSids;
    private @Nullable Boolean active;
    private @Nullable List<Threshold> thresholds;
    private @Nullable Boolean notifyEnabled;
    private @Nullable Severity notifySeverity;
    private @Nullable Duration notifyDuration;
    private @Nullable String notifyMethodsId;

    RuleSpecBuilder(@Nullable RuleSpec base) {
        this.base = base;
    }

    /**
     * Sets {@code rule_friendly_name}; required. It is documented as personal data: use a pseudonym.
     *
     * @param friendlyName the name, not blank
     * @return this builder
     */
    public RuleSpecBuilder friendlyName(String friendlyName) {
        this.friendlyName = requireNonNull(friendlyName, "friendlyName");
        return read("rule_friendly_name");
    }

    /**
     * Sets {@code metric_id}; required.
     *
     * @param metricId the metric to watch
     * @return this builder
     */
    public RuleSpecBuilder metricId(MetricId metricId) {
        this.metricId = requireNonNull(metricId, "metricId");
        return read("metric_id");
    }

    /**
     * Sets {@code task_channel_sid}; required. What an agent metric needs here is not documented.
     *
     * @param taskChannelSid the SID of a task channel, not blank
     * @return this builder
     */
    public RuleSpecBuilder taskChannelSid(String taskChannelSid) {
        this.taskChannelSid = requireNonNull(taskChannelSid, "taskChannelSid");
        return read("task_channel_sid");
    }

    /**
     * Sets {@code task_queue_sids}; required.
     *
     * @param taskQueueSids 1 to 20 SIDs of task queues; copied
     * @return this builder
     */
    public RuleSpecBuilder taskQueueSids(List<String> taskQueueSids) {
        this.taskQueueSids = List.copyOf(requireNonNull(taskQueueSids, "taskQueueSids"));
        return read("task_queue_sids");
    }

    /**
     * Sets {@code task_queue_sids}; required.
     *
     * @param taskQueueSids 1 to 20 SIDs of task queues
     * @return this builder
     */
    public RuleSpecBuilder taskQueueSids(String... taskQueueSids) {
        return taskQueueSids(List.of(taskQueueSids));
    }

    /**
     * Sets {@code active}; required.
     *
     * @param active whether the rule is active
     * @return this builder
     */
    public RuleSpecBuilder active(boolean active) {
        this.active = active;
        return read("active");
    }

    /**
     * Sets {@code rule_thresholds}; required.
     *
     * @param thresholds at least one threshold; copied
     * @return this builder
     */
    public RuleSpecBuilder thresholds(List<Threshold> thresholds) {
        this.thresholds = List.copyOf(requireNonNull(thresholds, "thresholds"));
        return read("rule_thresholds");
    }

    /**
     * Sets {@code rule_thresholds}; required.
     *
     * @param thresholds at least one threshold
     * @return this builder
     */
    public RuleSpecBuilder thresholds(Threshold... thresholds) {
        return thresholds(List.of(thresholds));
    }

    /**
     * Sets {@code notify_enabled}; required.
     *
     * @param notifyEnabled whether notifications are sent
     * @return this builder
     */
    public RuleSpecBuilder notifyEnabled(boolean notifyEnabled) {
        this.notifyEnabled = notifyEnabled;
        return read("notify_enabled");
    }

    /**
     * Sets {@code notify_severity}; unset by default. What an update makes of an unset one is not documented.
     *
     * @param notifySeverity the minimum severity that notifies, or null to unset it
     * @return this builder
     */
    public RuleSpecBuilder notifySeverity(@Nullable Severity notifySeverity) {
        this.notifySeverity = notifySeverity;
        return read("notify_severity");
    }

    /**
     * Sets {@code notify_duration}; unset by default. See {@link NotificationPolicy#duration()} for what it means.
     *
     * @param notifyDuration 0 to 15 minutes in whole milliseconds, or null to unset it
     * @return this builder
     */
    public RuleSpecBuilder notifyDuration(@Nullable Duration notifyDuration) {
        this.notifyDuration = notifyDuration;
        return read("notify_duration");
    }

    /**
     * Sets {@code notify_methods_id}; unset by default.
     *
     * @param notifyMethodsId the {@code ttid} of a notification configuration, or null to unset it
     * @return this builder
     */
    public RuleSpecBuilder notifyMethodsId(@Nullable String notifyMethodsId) {
        this.notifyMethodsId = notifyMethodsId;
        return read("notify_methods_id");
    }

    /**
     * Takes all values of another spec, unset ones and unread ones included.
     *
     * @param spec the spec to copy
     * @return this builder
     */
    public RuleSpecBuilder from(RuleSpec spec) {
        friendlyName = spec.friendlyName();
        metricId = spec.metricId();
        taskChannelSid = spec.taskChannelSid();
        taskQueueSids = spec.taskQueueSids();
        active = spec.active();
        thresholds = spec.thresholds();
        notifyEnabled = spec.notification().enabled();
        notifySeverity = spec.notification().severity();
        notifyDuration = spec.notification().duration();
        notifyMethodsId = spec.notification().methodsId();
        unread.clear();
        unread.putAll(spec.unread());
        return this;
    }

    /**
     * Builds the spec.
     *
     * @return a spec that can be sent
     * @throws InvalidSpecException naming everything that is missing, unread or out of range
     */
    public RuleSpec build() {
        RuleSpec spec = new RuleSpec(
                friendlyName,
                metricId,
                taskChannelSid,
                taskQueueSids,
                active,
                thresholds,
                new NotificationPolicy(notifyEnabled, notifySeverity, notifyDuration, notifyMethodsId),
                unread);
        List<String> problems = new ArrayList<>(RuleSpecChecks.complete(spec));
        problems.addAll(RuleSpecChecks.inRange(spec, base));
        InvalidSpecException.throwIfAny(problems);
        return spec;
    }

    private RuleSpecBuilder read(String name) {
        unread.remove(name);
        return this;
    }
}
