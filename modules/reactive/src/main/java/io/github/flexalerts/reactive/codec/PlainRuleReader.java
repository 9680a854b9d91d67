package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules that are {@linkplain PlainJson plain}, with the documented members in their documented shapes, as nearly all
 * are, and says of them what {@link RuleDecoder} says. Of one page, so of one thread at a time.
 */
final class PlainRuleReader {
    private static final RuleMember[] MEMBERS = RuleMember.values();
    private static final ThresholdMember[] THRESHOLD_MEMBERS = ThresholdMember.values();

    private final RecentTexts texts;
    private final MemberOrder<RuleMember> order = new MemberOrder<>(MEMBERS);
    private final MemberOrder<ThresholdMember> thresholdOrder = new MemberOrder<>(THRESHOLD_MEMBERS);
    private final RuleDraft draft = new RuleDraft();
    private final Unread unread = new Unread();

    PlainRuleReader(RecentTexts texts) {
        this.texts = texts;
    }

    /** Reads the next value as a rule; what is none, or not plain, is {@link NotPlain}. */
    Rule read(PlainJson json) {
        draft.begin();
        unread.begin();
        json.expect('{');
        if (!json.skip('}')) {
            RuleMember member = null;
            do {
                member = order.next(json, member);
                if (member == null) {
                    unread.put(json.passed(), json.raw());
                } else {
                    read(member, json);
                }
            } while (json.skip(','));
            json.expect('}');
        }
        return draft.rule(unread.members(), Map.of());
    }

    private void read(RuleMember member, PlainJson json) {
        switch (member) {
            case SID -> draft.sid = text(json);
            case ACCOUNT_SID -> draft.accountSid = recent(json);
            case INSTANCE_SID -> draft.instanceSid = recent(json);
            case RULE_FRIENDLY_NAME -> draft.friendlyName = text(json);
            case METRIC_ID -> draft.metricId = open(json, MetricId.class, MetricId::of);
            case TASK_CHANNEL_SID -> draft.taskChannelSid = recent(json);
            case TASK_QUEUE_SIDS -> draft.taskQueueSids = list(json, texts::read);
            case ACTIVE -> draft.active = flag(json);
            case RULE_THRESHOLDS -> draft.thresholds = list(json, this::threshold);
            case DATE_CREATED -> draft.dateCreated = date(json);
            case DATE_UPDATED -> draft.dateUpdated = date(json);
            case NOTIFY_ENABLED -> draft.notifyEnabled = flag(json);
            case NOTIFY_SEVERITY -> draft.notifySeverity = open(json, Severity.class, Severity::of);
            case NOTIFY_DURATION -> draft.notifyDuration = json.skipNull() ? null : Duration.ofMillis(json.number());
            case NOTIFY_METHODS_ID -> draft.notifyMethodsId = recent(json);
            case URL -> draft.url = text(json);
        }
    }

    private static @Nullable String text(PlainJson json) {
        return json.skipNull() ? null : json.text();
    }

    private @Nullable String recent(PlainJson json) {
        return json.skipNull() ? null : texts.read(json);
    }

    private <T> @Nullable T open(PlainJson json, Class<T> type, Function<String, T> make) {
        return json.skipNull() ? null : texts.read(json, type, make);
    }

    private static @Nullable Instant date(PlainJson json) {
        return json.skipNull() ? null : utcSecond(json);
    }

    private static Instant utcSecond(PlainJson json) {
        json.skipText();
        Instant instant = UtcSecond.read(json.bytes(), json.textStart(), json.textEnd());
        if (instant == null) {
            throw new NotPlain();
        }
        return instant;
    }

    private static @Nullable Boolean flag(PlainJson json) {
        return json.skipNull() ? null : json.flag();
    }

    private static <T> @Nullable List<T> list(PlainJson json, Function<PlainJson, T> reading) {
        if (json.skipNull()) {
            return null;
        }
        json.expect('[');
        if (json.skip(']')) {
            return List.of();
        }
        T first = reading.apply(json);
        if (json.skip(']')) {
            return List.of(first); // most lists; as it is, it need not be copied
        }
        List<T> elements = new ArrayList<>();
        elements.add(first);
        while (json.skip(',')) {
            elements.add(reading.apply(json));
        }
        json.expect(']');
        return elements;
    }

    private Threshold threshold(PlainJson json) {
        Severity type = null;
        ThresholdOperator operator = null;
        Long value = null;
        json.expect('{');
        ThresholdMember member = null;
        do {
            member = thresholdOrder.next(json, member);
            if (member == null) {
                throw new NotPlain();
            }
            switch (member) {
                case THRESHOLD_TYPE -> type = texts.read(json, Severity.class, Severity::of);
                case THRESHOLD_OPERATOR -> operator = texts.read(json, ThresholdOperator.class, ThresholdOperator::of);
                case THRESHOLD_VALUE -> value = json.number();
            }
        } while (json.skip(','));
        json.expect('}');
        if (type == null || operator == null || value == null) {
            throw new NotPlain();
        }
        return new Threshold(type, operator, value, Map.of());
    }
}
