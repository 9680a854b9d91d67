package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of {@linkplain RawJson raw} values that members of a rule can be read from; null for every other. */
final class Shapes {
    private Shapes() {}

    static @Nullable String text(Object raw) {
        return raw instanceof String text ? text : null;
    }

    /** Makes an open value of a text. */
    static <T> @Nullable T open(Object raw, Function<String, T> make) {
        return raw instanceof String text ? make.apply(text) : null;
    }

    static @Nullable Boolean flag(Object raw) {
        return raw instanceof Boolean flag ? flag : null;
    }

    static @Nullable Duration millis(Object raw) {
        Long millis = number(raw);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** ISO 8601 is documented here, RFC 2822 for other resources of the service. */
    static @Nullable Instant instant(Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Instant common = UtcSecond.read(bytes, 0, bytes.length);
        return common == null ? iso(text) : common;
    }

    static @Nullable List<String> texts(Object raw) {
        return all(raw, Shapes::text);
    }

    static @Nullable List<Threshold> thresholds(Object raw) {
        return all(raw, Shapes::threshold);
    }

    private static @Nullable Threshold threshold(Object raw) {
        if (!(raw instanceof Map<?, ?> members)) {
            return null;
        }
        Long value = number(members.get(ThresholdMember.THRESHOLD_VALUE.json()));
        return members.get(ThresholdMember.THRESHOLD_TYPE.json()) instanceof String type
                        && members.get(ThresholdMember.THRESHOLD_OPERATOR.json()) instanceof String operator
                        && value != null
                ? new Threshold(Severity.of(type), ThresholdOperator.of(operator), value, others(members))
                : null;
    }

    private static Map<String, @Nullable Object> others(Map<?, ?> members) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        members.forEach((name, value) -> others.put((String) name, value));
        for (ThresholdMember member : ThresholdMember.values()) {
            others.remove(member.json());
        }
        return others;
    }

    /** Returns what is made of each element, if something is of all of them. */
    private static <T> @Nullable List<T> all(Object raw, Function<Object, ? extends @Nullable T> reading) {
        if (!(raw instanceof List<?> elements)) {
            return null;
        }
        List<T> read = new ArrayList<>(elements.size());
        for (Object element : elements) {
            T value = element == null ? null : reading.apply(element);
            if (value == null) {
                return null;
            }
            read.add(value);
        }
        return read;
    }

    private static @Nullable Long number(@Nullable Object raw) {
        return raw instanceof Integer || raw instanceof Long ? ((Number) raw).longValue() : null;
    }

    private static @Nullable Instant iso(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return rfc(text);
        }
    }

    private static @Nullable Instant rfc(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
