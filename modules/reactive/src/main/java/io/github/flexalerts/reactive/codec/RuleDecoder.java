package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.Severity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a rule token by token, in whatever shape it comes. Databind would do it by the annotations, but it cannot keep
 * unknown members beside unwrapped ones, and a member in a surprising shape would fail the whole listing: here it is kept
 * raw, and leaves its field null.
 */
final class RuleDecoder {
    private final JsonParser parser;
    private final RuleDraft draft = new RuleDraft();
    private final Unread unread = new Unread();
    private final Unread unreadSpec = new Unread();

    private RuleDecoder(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the object at the parser's current token, up to its end. */
    static Rule decode(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new CodecException("a rule must be an object");
        }
        return new RuleDecoder(parser).rule();
    }

    private Rule rule() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            RuleMember member = RuleMember.named(name);
            if (member == null) {
                unread.put(name, RawJson.read(parser));
            } else {
                read(member, name);
            }
        }
        return draft.rule(unread.members(), unreadSpec.members());
    }

    private void read(RuleMember member, String name) {
        switch (member) {
            case SID -> draft.sid = read(name, unread, Shapes::text);
            case ACCOUNT_SID -> draft.accountSid = read(name, unread, Shapes::text);
            case INSTANCE_SID -> draft.instanceSid = read(name, unread, Shapes::text);
            case RULE_FRIENDLY_NAME -> draft.friendlyName = read(name, unreadSpec, Shapes::text);
            case METRIC_ID -> draft.metricId = read(name, unreadSpec, raw -> Shapes.open(raw, MetricId::of));
            case TASK_CHANNEL_SID -> draft.taskChannelSid = read(name, unreadSpec, Shapes::text);
            case TASK_QUEUE_SIDS -> draft.taskQueueSids = read(name, unreadSpec, Shapes::texts);
            case ACTIVE -> draft.active = read(name, unreadSpec, Shapes::flag);
            case RULE_THRESHOLDS -> draft.thresholds = read(name, unreadSpec, Shapes::thresholds);
            case DATE_CREATED -> draft.dateCreated = read(name, unread, Shapes::instant);
            case DATE_UPDATED -> draft.dateUpdated = read(name, unread, Shapes::instant);
            case NOTIFY_ENABLED -> draft.notifyEnabled = read(name, unreadSpec, Shapes::flag);
            case NOTIFY_SEVERITY ->
                draft.notifySeverity = read(name, unreadSpec, raw -> Shapes.open(raw, Severity::of));
            case NOTIFY_DURATION -> draft.notifyDuration = read(name, unreadSpec, Shapes::millis);
            case NOTIFY_METHODS_ID -> draft.notifyMethodsId = read(name, unreadSpec, Shapes::text);
            case URL -> draft.url = read(name, unread, Shapes::text);
        }
    }

    private <T> @Nullable T read(String name, Unread kept, Function<Object, ? extends @Nullable T> reading) {
        kept.forget(name);
        Object raw = RawJson.read(parser);
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
