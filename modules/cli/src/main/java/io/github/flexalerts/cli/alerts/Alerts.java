package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert in the forms in which it is shown. */
public final class Alerts {
    private Alerts() {}

    /** Returns the rule and the configuration, as a plan takes them too. */
    static Map<String, @Nullable Object> whole(Alert alert) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("rule", alert.rule());
        members.put("notification_configuration", alert.configuration());
        return members;
    }

    /** Returns the members of both in one, for people. */
    static Map<Object, @Nullable Object> flat(Alert alert) {
        Map<Object, @Nullable Object> members = new LinkedHashMap<>(JsonItems.members(alert.rule()));
        NotificationConfiguration configuration = alert.configuration();
        if (configuration == null) {
            members.put("destinations", null);
        } else {
            JsonItems.members(configuration.destinations()).forEach(members::put);
        }
        return members;
    }

    /** Returns the SIDs alone, for who wrote the rest knows it. */
    static String sids(Alert alert, @Nullable Boolean created) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("sid", alert.rule().sid());
        members.put("notify_methods_id", alert.rule().spec().notification().methodsId());
        if (created != null) {
            members.put("created", created);
        }
        return new String(JsonItems.json(members), StandardCharsets.UTF_8);
    }
}
