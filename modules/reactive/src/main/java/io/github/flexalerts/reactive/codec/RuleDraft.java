package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A rule while it is being read. What has a surprising shape is kept raw and leaves its field null. */
final class RuleDraft {
    private final Map<String, @Nullable Object> unread = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> unreadSpec = new LinkedHashMap<>();
    private @Nullable String sid;
    private @Nullable String accountSid;
    private @Nullable String instanceSid;
    private @Nullable Instant dateCreated;
    private @Nullable Instant dateUpdated;
    private @Nullable String url;
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

    /** Reads the member's value at the parser's current token. */
    void read(String name, JsonParser parser) {
        switch (name) {
            case "sid" -> sid = text(name, parser, unread);
            case "account_sid" -> accountSid = text(name, parser, unread);
            case "instance_sid" -> instanceSid = text(name, parser, unread);
            case "date_created" -> dateCreated = date(name, parser);
            case "date_updated" -> dateUpdated = date(name, parser);
            case "url" -> url = text(name, parser, unread);
            case "rule_friendly_name" -> friendlyName = text(name, parser, unreadSpec);
            case "metric_id" -> metricId = open(name, parser, MetricId::of);
            case "task_channel_sid" -> taskChannelSid = text(name, parser, unreadSpec);
            case "task_queue_sids" -> taskQueueSids = convert(name, RawJson.read(parser), unreadSpec, Shapes::texts);
            case "active" -> active = flag(name, parser);
            case "rule_thresholds" -> thresholds = convert(name, RawJson.read(parser), unreadSpec, Shapes::thresholds);
            case "notify_enabled" -> notifyEnabled = flag(name, parser);
            case "notify_severity" -> notifySeverity = open(name, parser, Severity::of);
            case "notify_duration" -> notifyDuration = convert(name, RawJson.read(parser), unreadSpec, Shapes::millis);
            case "notify_methods_id" -> notifyMethodsId = text(name, parser, unreadSpec);
            default -> unread.put(name, RawJson.read(parser));
        }
    }

    Rule rule() {
        NotificationPolicy notification =
                new NotificationPolicy(notifyEnabled, notifySeverity, notifyDuration, notifyMethodsId);
        RuleSpec spec = new RuleSpec(
                friendlyName, metricId, taskChannelSid, taskQueueSids, active, thresholds, notification, unreadSpec);
        return new Rule(sid, accountSid, instanceSid, spec, dateCreated, dateUpdated, url, unread);
    }

    private @Nullable String text(String name, JsonParser parser, Map<String, @Nullable Object> kept) {
        return convert(name, RawJson.read(parser), kept, raw -> raw instanceof String text ? text : null);
    }

    private <T> @Nullable T open(String name, JsonParser parser, Function<String, T> type) {
        String text = text(name, parser, unreadSpec);
        return text == null ? null : type.apply(text);
    }

    private @Nullable Boolean flag(String name, JsonParser parser) {
        return convert(name, RawJson.read(parser), unreadSpec, raw -> raw instanceof Boolean flag ? flag : null);
    }

    private @Nullable Instant date(String name, JsonParser parser) {
        return convert(name, RawJson.read(parser), unread, Shapes::instant);
    }

    private static <T> @Nullable T convert(
            String name,
            @Nullable Object raw,
            Map<String, @Nullable Object> kept,
            Function<Object, ? extends @Nullable T> reading) {
        kept.remove(name); // a member that comes twice counts as it came last
        if (raw == null) {
            return null;
        }
        T value = reading.apply(raw);
        if (value == null) {
            kept.put(name, raw);
        }
        return value;
    }
}
