package io.github.flexalerts.reactive.codec;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    URL("url");

    private static final Map<String, RuleMember> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(RuleMember::json, member -> member));

    private final String json;

    @SuppressWarnings("ImmutableEnumChecker") // never modified
    private final byte[] plain;

    RuleMember(String json) {
        this.json = json;
        this.plain = MemberName.plain(json);
    }

    /** Returns the member of this name, null if it is an unknown one. */
    static @Nullable RuleMember named(String name) {
        return BY_NAME.get(name);
    }

    /** Returns its name in JSON. */
    String json() {
        return json;
    }

    @Override
    public byte[] plain() {
        return plain;
    }
}
