package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The members that may be null according to the reference. */
public final class NullMembers {

    public static final Map<Resource, Consumer<ObjectNode>> BY_RESOURCE = Map.of(
            Resource.RULES,
            allBut("metric_id", "notify_severity", "notify_duration"),
            Resource.NOTIFICATIONS,
            NullMembers::destinations,
            Resource.USERS,
            only("worker_sid", "workspace_sid", "deactivated_date", "locale"),
            Resource.QUEUES,
            allBut("max_reserved_workers"),
            Resource.CHANNELS,
            allBut());

    private NullMembers() {}

    private static Consumer<ObjectNode> only(String... names) {
        return item -> List.of(names).forEach(item::putNull);
    }

    private static void destinations(ObjectNode configuration) {
        if (configuration.path("destinations") instanceof ObjectNode destinations) {
            allBut().accept(destinations);
        }
    }

    private static Consumer<ObjectNode> allBut(String... neverNull) {
        Set<String> spared = Set.of(neverNull);
        return item -> List.copyOf(item.propertyNames()).stream()
                .filter(name -> !spared.contains(name))
                .forEach(item::putNull);
    }
}
