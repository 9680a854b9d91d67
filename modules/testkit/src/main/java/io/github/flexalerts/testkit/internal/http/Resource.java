package io.github.flexalerts.testkit.internal.http;

/** The resources of the service, with the facts that lists and faults need. */
public enum Resource {
    RULES("rules", "metric_id", "rule_friendly_name"),
    NOTIFICATIONS("", "ttid", "ttid"),
    USERS("users", "flex_user_sid", "full_name"),
    QUEUES("task_queues", "sid", "friendly_name"),
    CHANNELS("channels", "sid", "friendly_name"),
    CONFIGURATION("", "flex_instance_sid", "runtime_domain"),
    TOKEN("", "access_token", "access_token");

    private final String key;
    private final String mark;
    private final String name;

    Resource(String key, String mark, String name) {
        this.key = key;
        this.mark = mark;
        this.name = name;
    }

    /** The member of a page that holds the elements, empty where there is no list. */
    public String key() {
        return key;
    }

    /** A member that distinguishes this resource from an error. */
    public String mark() {
        return mark;
    }

    /** The member to which text faults apply. */
    public String textMember() {
        return name;
    }
}
