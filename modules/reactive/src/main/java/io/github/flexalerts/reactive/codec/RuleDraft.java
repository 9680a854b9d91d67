package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A rule while it is being read, and after it the next one. What has a surprising shape is kept raw and leaves its field
 * null.
 */
final class RuleDraft {
    private final RecentTexts texts;
    private final ThresholdDecoder thresholdDecoder;
    private final Unread unread = new Unread();
    private final Unread unreadSpec = new Unread();
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

    RuleDraft(RecentTexts texts) {
        this.texts = texts;
        this.thresholdDecoder = new ThresholdDecoder(texts);
    }

    /** Forgets the rule before. */
    void begin() {
        unread.begin();
        unreadSpec.begin();
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

    /** Reads the member's value at the parser's current token. */
    void read(RuleMember member, JsonParser parser) {
        String name = member.json().getValue();
        switch (member) {
            case SID -> sid = text(name, parser, unread);
            case ACCOUNT_SID -> accountSid = recent(name, parser, unread);
            case INSTANCE_SID -> instanceSid = recent(name, parser, unread);
            case DATE_CREATED -> dateCreated = date(name, parser);
            case DATE_UPDATED -> dateUpdated = date(name, parser);
            case URL -> url = text(name, parser, unread);
            case RULE_FRIENDLY_NAME -> friendlyName = text(name, parser, unreadSpec);
            case METRIC_ID -> metricId = open(name, parser, MetricId.class, MetricId::of);
            case TASK_CHANNEL_SID -> taskChannelSid = recent(name, parser, unreadSpec);
            case TASK_QUEUE_SIDS -> taskQueueSids = texts(name, parser);
            case ACTIVE -> active = flag(name, parser);
            case RULE_THRESHOLDS -> thresholds = thresholds(name, parser);
            case NOTIFY_ENABLED -> notifyEnabled = flag(name, parser);
            case NOTIFY_SEVERITY -> notifySeverity = open(name, parser, Severity.class, Severity::of);
            case NOTIFY_DURATION -> notifyDuration = millis(name, parser);
            case NOTIFY_METHODS_ID -> notifyMethodsId = recent(name, parser, unreadSpec);
            case OTHER -> other(parser);
        }
    }

    private void other(JsonParser parser) {
        String name = parser.currentName();
        unread.put(name, RawJson.read(parser));
    }

    Rule rule() {
        NotificationPolicy notification =
                new NotificationPolicy(notifyEnabled, notifySeverity, notifyDuration, notifyMethodsId);
        RuleSpec spec = new RuleSpec(
                friendlyName,
                metricId,
                taskChannelSid,
                taskQueueSids,
                active,
                thresholds,
                notification,
                unreadSpec.members());
        return new Rule(sid, accountSid, instanceSid, spec, dateCreated, dateUpdated, url, unread.members());
    }

    private static @Nullable String text(String name, JsonParser parser, Unread kept) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            kept.forget(name);
            return parser.getString();
        }
        return convert(name, RawJson.read(parser), kept, raw -> null);
    }

    private @Nullable String recent(String name, JsonParser parser, Unread kept) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return text(name, parser, kept);
        }
        kept.forget(name);
        return texts.read(parser);
    }

    private <T> @Nullable T open(String name, JsonParser parser, Class<T> type, Function<String, T> make) {
        unreadSpec.forget(name);
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return texts.read(parser, type, make);
        }
        convert(name, RawJson.read(parser), unreadSpec, raw -> null);
        return null;
    }

    private @Nullable Boolean flag(String name, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            unreadSpec.forget(name);
            return token == JsonToken.VALUE_TRUE;
        }
        return convert(name, RawJson.read(parser), unreadSpec, raw -> null);
    }

    private @Nullable Instant date(String name, JsonParser parser) {
        Instant common = parser.currentToken() == JsonToken.VALUE_STRING ? UtcSecond.read(parser) : null;
        if (common != null) {
            unread.forget(name);
            return common;
        }
        return convert(name, RawJson.read(parser), unread, Shapes::instant);
    }

    private @Nullable List<String> texts(String name, JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return convert(name, RawJson.read(parser), unreadSpec, raw -> null);
        }
        List<@Nullable Object> elements = new ArrayList<>(2);
        boolean allTexts = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            boolean isText = token == JsonToken.VALUE_STRING;
            allTexts &= isText;
            elements.add(isText ? texts.read(parser) : RawJson.read(parser));
        }
        return convert(name, elements, unreadSpec, allTexts ? RuleDraft::asTexts : raw -> null);
    }

    private @Nullable Duration millis(String name, JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || !Shapes.isLong(parser)) {
            return convert(name, RawJson.read(parser), unreadSpec, raw -> null);
        }
        unreadSpec.forget(name);
        return texts.duration(parser.getLongValue());
    }

    private @Nullable List<Threshold> thresholds(String name, JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            convert(name, RawJson.read(parser), unreadSpec, raw -> null);
            return null;
        }
        unreadSpec.forget(name);
        List<@Nullable Object> elements = new ArrayList<>(2);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(token == JsonToken.START_OBJECT ? thresholdDecoder.decode(parser) : RawJson.read(parser));
        }
        List<Threshold> read = ThresholdDecoder.all(elements);
        if (read == null) {
            elements.replaceAll(ThresholdDecoder::raw);
            unreadSpec.put(name, elements);
        }
        return read;
    }

    /** Most lists have one element; as it is, it need not be copied. */
    @SuppressWarnings("unchecked")
    private static List<String> asTexts(Object elements) {
        List<String> texts = (List<String>) elements;
        return texts.size() == 1 ? List.of(texts.get(0)) : texts;
    }

    private static <T> @Nullable T convert(
            String name, @Nullable Object raw, Unread kept, Function<Object, ? extends @Nullable T> reading) {
        kept.forget(name);
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
