package io.github.flexalerts.cli.input;

import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.core.notification.NotificationType;
import io.github.flexalerts.core.notification.WebhookType;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that the reference does not name. They are sent, for the set is the service's to extend, but may be misspelt. */
final class OpenValues {
    private static final Map<String, Set<String>> DOCUMENTED = Map.of(
            "metric_id", texts(MetricId.documented().toArray()),
            "threshold_operator", texts(ThresholdOperator.GREATER_THAN, ThresholdOperator.LESSER_THAN),
            "threshold_type", texts(Severity.WARNING, Severity.CRITICAL),
            "notify_severity", texts(Severity.WARNING, Severity.CRITICAL),
            "notification_type", texts(NotificationType.IN_APP, NotificationType.BROWSER_PUSH, NotificationType.TOAST),
            "type", texts(WebhookType.SLACK, WebhookType.CUSTOM));

    private OpenValues() {}

    /** Returns the members of an item, a rule or destinations, that hold such a value. */
    static Set<String> undocumented(Object item) {
        Set<String> names = new TreeSet<>();
        look(JsonItems.members(item), names);
        return names;
    }

    private static void look(Object value, Set<String> names) {
        if (value instanceof List<?> elements) {
            elements.stream().filter(Objects::nonNull).forEach(each -> look(each, names));
        }
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, held) -> {
                if (held != null) {
                    member(String.valueOf(name), held, names);
                    look(held, names);
                }
            });
        }
    }

    private static void member(String name, Object held, Set<String> names) {
        Set<String> documented = DOCUMENTED.get(name);
        List<?> values = held instanceof List<?> list ? list : List.of(held);
        if (documented != null && values.stream().anyMatch(each -> !documented.contains(String.valueOf(each)))) {
            names.add(name);
        }
    }

    private static Set<String> texts(Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
