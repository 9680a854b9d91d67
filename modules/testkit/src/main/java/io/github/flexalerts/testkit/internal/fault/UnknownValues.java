package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Resource;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Values that the reference does not list, where it lists some. */
public final class UnknownValues {

    public static final Map<Resource, Consumer<ObjectNode>> BY_RESOURCE = Map.of(
            Resource.RULES,
            UnknownValues::inRule,
            Resource.NOTIFICATIONS,
            UnknownValues::inNotification,
            Resource.USERS,
            user -> user.putArray("roles").add("oracle"),
            Resource.QUEUES,
            queue -> queue.put("task_order", "RANDOM"),
            Resource.CONFIGURATION,
            configuration -> configuration.put("status", "dreaming"));

    private UnknownValues() {}

    private static void inRule(ObjectNode rule) {
        rule.put("metric_id", "Future Metric (Now)").put("notify_severity", "Catastrophic");
        Items.thresholdsOf(rule)
                .forEach(threshold ->
                        threshold.put("threshold_type", "Catastrophic").put("threshold_operator", "Equal To"));
    }

    private static void inNotification(ObjectNode configuration) {
        for (ObjectNode part : Items.within(configuration)) {
            if (part.path("notification_type").isArray()) {
                part.putArray("notification_type").add("hologram");
            }
            if (part.path("type").isString()) {
                part.put("type", "carrier_pigeon");
            }
        }
    }
}
