package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes that members of a rule can be read from; null for every other. */
final class Shapes {
    private Shapes() {}

    static @Nullable List<String> texts(Object raw) {
        if (!(raw instanceof List<?> elements)) {
            return null;
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    static @Nullable List<Threshold> thresholds(Object raw) {
        if (!(raw instanceof List<?> elements)) {
            return null;
        }
        List<Threshold> thresholds = new ArrayList<>(elements.size());
        for (Object element : elements) {
            Threshold threshold = threshold(element);
            if (threshold == null) {
                return null;
            }
            thresholds.add(threshold);
        }
        return thresholds;
    }

    static @Nullable Duration millis(Object raw) {
        Long millis = whole(raw);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** ISO 8601 is documented here, RFC 2822 for other resources of the service. */
    static @Nullable Instant instant(Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
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

    private static @Nullable Threshold threshold(@Nullable Object raw) {
        if (!(raw instanceof Map<?, ?> members)) {
            return null;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        members.forEach((name, value) -> others.put((String) name, value));
        Object type = others.remove("threshold_type");
        Object operator = others.remove("threshold_operator");
        Long value = whole(others.remove("threshold_value"));
        return type instanceof String severity && operator instanceof String side && value != null
                ? new Threshold(Severity.of(severity), ThresholdOperator.of(side), value, others)
                : null;
    }

    private static @Nullable Long whole(@Nullable Object raw) {
        return raw instanceof Integer || raw instanceof Long ? ((Number) raw).longValue() : null;
    }
}
