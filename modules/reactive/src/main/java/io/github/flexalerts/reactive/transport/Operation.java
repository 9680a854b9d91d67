package io.github.flexalerts.reactive.transport;

/**
 * What can be asked of the service: an operation is data. {@code repeatable} says whether it may be sent again when it may
 * already have been processed; that belongs to the operation, not to its verb (an update is a POST and replaces the rule).
 */
public enum Operation {
    /** Reference: "Create an alert". */
    CREATE_RULE("rules.create", "POST", Operation.RULES, false),
    /** Reference: "List all alerts". */
    LIST_RULES("rules.list", "GET", Operation.RULES, true),
    /** Reference: "Fetch a specific Flex alert rule". */
    FETCH_RULE("rules.fetch", "GET", Operation.RULES + "/{Sid}", true),
    /** Reference: "Update an alert"; a full replace, as far as the reference says. */
    UPDATE_RULE("rules.update", "POST", Operation.RULES + "/{Sid}", true),
    /** Reference: "Delete an alert". */
    DELETE_RULE("rules.delete", "DELETE", Operation.RULES + "/{Sid}", true),
    /** Reference: "Create a notification configuration". */
    CREATE_NOTIFICATION("notifications.create", "POST", Operation.NOTIFICATIONS, false),
    /** Reference: "Fetch a notification configuration". */
    FETCH_NOTIFICATION("notifications.fetch", "GET", Operation.NOTIFICATIONS + "/{Ttid}", true),
    /** Reference: "Edit a notification configuration"; a full replace, as far as the reference says. */
    UPDATE_NOTIFICATION("notifications.update", "POST", Operation.NOTIFICATIONS + "/{Ttid}", true),
    /** Reference: "Delete a notification configuration". */
    DELETE_NOTIFICATION("notifications.delete", "DELETE", Operation.NOTIFICATIONS + "/{Ttid}", true),
    /** Reference: Flex Users, "List users", version 1. */
    LIST_USERS("users.list", "GET", "/v1/Instances/{InstanceSid}/Users", true),
    /** Reference: TaskRouter's TaskQueue resource. */
    LIST_QUEUES("queues.list", "GET", Operation.QUEUES, true),
    /** Reference: TaskRouter's TaskQueue resource. */
    FETCH_QUEUE("queues.fetch", "GET", Operation.QUEUES + "/{Sid}", true),
    /** Reference: TaskRouter's TaskChannel resource. */
    LIST_CHANNELS("channels.list", "GET", Operation.CHANNELS, true),
    /** Reference: TaskRouter's TaskChannel resource. */
    FETCH_CHANNEL("channels.fetch", "GET", Operation.CHANNELS + "/{Sid}", true),
    /** Reference: the Flex Configuration resource. */
    FETCH_CONFIGURATION("configuration.fetch", "GET", "/v1/Configuration", true),
    /** Twilio's OAuth 2.0 token endpoint, client credentials grant. */
    FETCH_TOKEN("token.fetch", "POST", "/v2/token", true),
    /** Reference: "To create an alert", steps 1 to 5; a workflow. */
    CREATE_ALERT("alerts.create"),
    /** A rule with its notification configuration; a workflow. */
    DESCRIBE_ALERT("alerts.describe"),
    /** A rule and its notification configuration; a workflow. */
    UPDATE_ALERT("alerts.update"),
    /** Reference: "To delete an alert"; a workflow. */
    DELETE_ALERT("alerts.delete");

    private static final String RULES = "/v1/Instances/{InstanceSid}/InsightsRules";
    private static final String NOTIFICATIONS = "/v1/Instances/{InstanceSid}/NotificationConfigurations";
    private static final String QUEUES = "/v1/Workspaces/{WorkspaceSid}/TaskQueues";
    private static final String CHANNELS = "/v1/Workspaces/{WorkspaceSid}/TaskChannels";

    private final String id;
    private final String verb;
    private final String template;
    private final boolean repeatable;

    Operation(String id, String verb, String template, boolean repeatable) {
        this.id = id;
        this.verb = verb;
        this.template = template;
        this.repeatable = repeatable;
    }

    /** A workflow, which may be run again after whatever it ended in. */
    Operation(String id) {
        this(id, "", "", true);
    }

    /**
     * Returns whether it is made of other operations, and so sends nothing itself.
     *
     * @return true for those of alerts as a whole; they have neither a verb nor a template
     */
    public boolean isWorkflow() {
        return template.isEmpty();
    }

    /**
     * Returns the operation's id, the same in errors, metrics and docs.
     *
     * @return as in {@code rules.update}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the HTTP method.
     *
     * @return as in {@code POST}; empty for a workflow
     */
    public String verb() {
        return verb;
    }

    /**
     * Returns the path with placeholders, of a small closed set and so fit for metrics.
     *
     * @return as in {@code /v1/Instances/{InstanceSid}/InsightsRules}; empty for a workflow
     */
    public String template() {
        return template;
    }

    /**
     * Returns whether the operation may be sent again when it may already have been processed.
     *
     * @return false for a create, which would then exist twice
     */
    public boolean repeatable() {
        return repeatable;
    }
}
