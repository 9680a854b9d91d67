package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Queues and channels as TaskRouter's samples show them. */
final class TaskRouterDocument {

    /** Fixed, for nothing here ever changes. */
    private static final String DATE = "2018-06-05T04:03:02Z";

    private static final String ACTIVITY = "WA" + "0".repeat(32);

    private TaskRouterDocument() {}

    static ObjectNode queue(Settings settings, String sid, String friendlyName) {
        String url = workspace(settings) + "/TaskQueues/" + sid;
        ObjectNode queue = Json.object()
                .put("account_sid", settings.keys().accountSid())
                .put("assignment_activity_sid", ACTIVITY)
                .put("assignment_activity_name", "Unavailable")
                .put("date_created", DATE)
                .put("date_updated", DATE)
                .put("friendly_name", friendlyName)
                .put("max_reserved_workers", 1)
                .put("reservation_activity_sid", ACTIVITY)
                .put("reservation_activity_name", "Unavailable")
                .put("sid", sid)
                .put("target_workers", "1==1")
                .put("task_order", "FIFO")
                .put("url", url)
                .put("workspace_sid", settings.workspaceSid());
        queue.putObject("links")
                .put("workspace", workspace(settings))
                .put("statistics", url + "/Statistics")
                .put("real_time_statistics", url + "/RealTimeStatistics");
        return queue;
    }

    static ObjectNode channel(Settings settings, String sid, String uniqueName) {
        ObjectNode channel = Json.object()
                .put("account_sid", settings.keys().accountSid())
                .put("date_created", DATE)
                .put("date_updated", DATE)
                .put("friendly_name", capitalised(uniqueName))
                .put("sid", sid)
                .put("unique_name", uniqueName)
                .put("workspace_sid", settings.workspaceSid())
                .put("channel_optimized_routing", true)
                .put("url", workspace(settings) + "/TaskChannels/" + sid);
        channel.putObject("links").put("workspace", workspace(settings));
        return channel;
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String workspace(Settings settings) {
        return settings.taskRouterPageHost() + "/v1/Workspaces/" + settings.workspaceSid();
    }
}
