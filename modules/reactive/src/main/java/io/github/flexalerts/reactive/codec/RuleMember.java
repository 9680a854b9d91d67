package io.github.flexalerts.reactive.codec;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The members of a rule, in the order of the sample of a list. */
enum RuleMember implements MemberName {
    SID("sid"),
    ACCOUNT_SID("account_sid"),
    INSTANCE_SID("instance_sid"),
    RULE_FRIENDLY_NAME("rule_friendly_name"),
    METRIC_ID("metric_id"),
    TASK_CHANNEL_SID("task_channel_sid"),
    TASK_QUEUE_SIDS("task_queue_sids"),
    ACTIVE("active"),
    RULE_THRESHOLDS("rule_thresholds"),
    DATE_CREATED("date_created"),
    DATE_UPDATED("date_updated"),
    NOTIFY_ENABLED("notify_enabled"),
    NOTIFY_SEVERITY("notify_severity"),
    NOTIFY_DURATION("notify_duration"),
    NOTIFY_METHODS_ID("notify_methods_id"),
    URL("url"),
    OTHER("");

    @SuppressWarnings("ImmutableEnumChecker") // it is one: what changes is what it keeps of its own forms
    private final SerializedString json;

    RuleMember(String name) {
        this.json = new SerializedString(name);
    }

    @Override
    public SerializableString json() {
        return json;
    }
}
