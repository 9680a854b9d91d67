package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one threshold after the other, or keeps one raw if it is none. */
final class ThresholdDecoder {
    private static final ThresholdMember[] DECLARED = MemberOrder.declared(ThresholdMember.values());

    private final MemberOrder<ThresholdMember> order = new MemberOrder<>(DECLARED);
    private final RecentTexts texts;
    private final Unread others = new Unread();
    private @Nullable Severity type;
    private @Nullable ThresholdOperator operator;
    private long value;
    private boolean hasValue;
    private boolean odd;

    ThresholdDecoder(RecentTexts texts) {
        this.texts = texts;
    }

    /** Reads the object at the parser's current token: a {@link Threshold}, or a map of what came. */
    Object decode(JsonParser parser) {
        begin();
        for (ThresholdMember member = order.next(parser, null); member != null; member = order.next(parser, member)) {
            member(member, parser.nextToken(), parser);
        }
        return result();
    }

    /** Returns the thresholds if all of the elements are, null otherwise. */
    @SuppressWarnings("unchecked")
    static @Nullable List<Threshold> all(List<@Nullable Object> elements) {
        for (Object element : elements) {
            if (!(element instanceof Threshold)) {
                return null;
            }
        }
        List<Threshold> thresholds = (List<Threshold>) (List<?>) elements;
        return thresholds.size() == 1 ? List.of(thresholds.get(0)) : thresholds;
    }

    /** Returns what came, for an element that was read and stands among others that could not be. */
    static @Nullable Object raw(@Nullable Object element) {
        return element instanceof Threshold threshold ? RuleSpecEncoder.members(threshold) : element;
    }

    private void begin() {
        others.begin();
        type = null;
        operator = null;
        hasValue = false;
        odd = false;
    }

    private void member(ThresholdMember member, JsonToken token, JsonParser parser) {
        String name = parser.currentName();
        others.forget(name);
        switch (member) {
            case THRESHOLD_TYPE ->
                type = isText(token, name, parser) ? texts.read(parser, Severity.class, Severity::of) : null;
            case THRESHOLD_OPERATOR ->
                operator = isText(token, name, parser)
                        ? texts.read(parser, ThresholdOperator.class, ThresholdOperator::of)
                        : null;
            case THRESHOLD_VALUE -> value(token, parser);
            case OTHER -> others.put(name, RawJson.read(parser));
        }
    }

    private boolean isText(JsonToken token, String name, JsonParser parser) {
        if (token != JsonToken.VALUE_STRING) {
            keep(name, RawJson.read(parser));
        }
        return token == JsonToken.VALUE_STRING;
    }

    private void value(JsonToken token, JsonParser parser) {
        hasValue = token == JsonToken.VALUE_NUMBER_INT && Shapes.isLong(parser);
        if (hasValue) {
            value = parser.getLongValue();
        } else {
            keep("threshold_value", RawJson.read(parser));
        }
    }

    private void keep(String name, @Nullable Object raw) {
        odd = true;
        others.put(name, raw);
    }

    private Object result() {
        if (!odd && type != null && operator != null && hasValue) {
            return new Threshold(type, operator, value, others.members());
        }
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        putIfRead(raw, "threshold_type", type == null ? null : type.value());
        putIfRead(raw, "threshold_operator", operator == null ? null : operator.value());
        putIfRead(raw, "threshold_value", hasValue ? value : null);
        raw.putAll(others.members());
        return raw;
    }

    private static void putIfRead(Map<String, @Nullable Object> raw, String name, @Nullable Object value) {
        if (value != null) {
            raw.put(name, value);
        }
    }
}
