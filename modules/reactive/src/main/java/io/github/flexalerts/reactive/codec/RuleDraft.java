package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule while it is being read; what was not read of it is null. */
final class RuleDraft {
    @Nullable
    String sid;

    @Nullable
    String accountSid;

    @Nullable
    String instanceSid;

    @Nullable
    Instant dateCreated;

    @Nullable
    Instant dateUpdated;

    @Nullable
    String url;

    @Nullable
    String friendlyName;

    @Nullable
    MetricId metricId;

    @Nullable
    String taskChannelSid;

    @Nullable
    List<String> taskQueueSids;

    @Nullable
    Boolean active;

    @Nullable
    List<Threshold> thresholds;

    @Nullable
    Boolean notifyEnabled;

    @Nullable
    Severity notifySeverity;

    @Nullable
    Duration notifyDuration;

    @Nullable
    String notifyMethodsId;

    /** Forgets the rule before. */
    void begin() {
        sid = null;
        accountSid = null;
        instanceSid = null;
        dateCreated = null;
        dateUpdated = null;
        url = null;
        friendlyName = null;
        metricId = null;
        taskChannelSid = null;
        taskQueueSids = null;
        active = null;
        thresholds = null;
        notifyEnabled = null;
        notifySeverity = null;
        notifyDuration = null;
        notifyMethodsId = null;
    }

    /** Returns the rule, with the members of it and of its spec that could not be read. */
    Rule rule(Map<String, @Nullable Object> unread, Map<String, @Nullable Object> unreadSpec) {
        NotificationPolicy notification =
                new NotificationPolicy(notifyEnabled, notifySeverity, notifyDuration, notifyMethodsId);
        RuleSpec spec = new RuleSpec(
                friendlyName, metricId, taskChannelSid, taskQueueSids, active, thresholds, notification, unreadSpec);
        return new Rule(sid, accountSid, instanceSid, spec, dateCreated, dateUpdated, url, unread);
    }
}
