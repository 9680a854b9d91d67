package io.github.flexalerts.testkit.internal.http;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operations that the service knows, under the names that faults and the log use. */
public enum Operation {
    CREATE_RULE("rules.create", Resource.RULES, "POST", Paths.RULES),
    LIST_RULES("rules.list", Resource.RULES, "GET", Paths.RULES),
    FETCH_RULE("rules.fetch", Resource.RULES, "GET", Paths.RULES + "/{}"),
    UPDATE_RULE("rules.update", Resource.RULES, "POST", Paths.RULES + "/{}"),
    DELETE_RULE("rules.delete", Resource.RULES, "DELETE", Paths.RULES + "/{}"),
    CREATE_NOTIFICATION("notifications.create", Resource.NOTIFICATIONS, "POST", Paths.NOTIFICATIONS),
    FETCH_NOTIFICATION("notifications.fetch", Resource.NOTIFICATIONS, "GET", Paths.NOTIFICATIONS + "/{}"),
    UPDATE_NOTIFICATION("notifications.update", Resource.NOTIFICATIONS, "POST", Paths.NOTIFICATIONS + "/{}"),
    DELETE_NOTIFICATION("notifications.delete", Resource.NOTIFICATIONS, "DELETE", Paths.NOTIFICATIONS + "/{}"),
    LIST_USERS("users.list", Resource.USERS, "GET", Paths.USERS),
    LIST_QUEUES("queues.list", Resource.QUEUES, "GET", Paths.QUEUES),
    FETCH_QUEUE("queues.fetch", Resource.QUEUES, "GET", Paths.QUEUES + "/{}"),
    LIST_CHANNELS("channels.list", Resource.CHANNELS, "GET", Paths.CHANNELS),
    FETCH_CHANNEL("channels.fetch", Resource.CHANNELS, "GET", Paths.CHANNELS + "/{}"),
    FETCH_CONFIGURATION("configuration.fetch", Resource.CONFIGURATION, "GET", "/v1/Configuration"),
    FETCH_TOKEN("token.fetch", Resource.TOKEN, "POST", "/v2/token");

    private final String id;
    private final Resource resource;
    private final String method;
    private final Pattern path;

    /** A path's first blank is the owner, an instance or a workspace, and its second one what the owner has. */
    Operation(String id, Resource resource, String method, String path) {
        this.id = id;
        this.resource = resource;
        this.method = method;
        this.path = Pattern.compile(path.replace("{}", "([^/]+)"));
    }

    public String id() {
        return id;
    }

    public Resource resource() {
        return resource;
    }

    String method() {
        return method;
    }

    Matcher matcher(String rawPath) {
        return path.matcher(rawPath);
    }

    public boolean lists() {
        return id.endsWith(".list");
    }

    public boolean deletes() {
        return method.equals("DELETE");
    }

    /** Tells whether something is created, changed or deleted. */
    public boolean writes() {
        return !method.equals("GET") && resource != Resource.TOKEN;
    }

    public static Operation of(String id) {
        return Arrays.stream(values())
                .filter(operation -> operation.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("operation must be one of "
                        + Arrays.stream(values()).map(Operation::id).collect(Collectors.joining(", ")) + ", was "
                        + id));
    }

    private static final class Paths {
        static final String RULES = "/v1/Instances/{}/InsightsRules";
        static final String NOTIFICATIONS = "/v1/Instances/{}/NotificationConfigurations";
        static final String USERS = "/v1/Instances/{}/Users";
        static final String QUEUES = "/v1/Workspaces/{}/TaskQueues";
        static final String CHANNELS = "/v1/Workspaces/{}/TaskChannels";
    }
}
