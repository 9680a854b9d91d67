package io.github.flexalerts.cli;

import java.util.stream.Stream;

/** Rules that several tests send. */
public final class Samples {
    /** The reference's request example, with the line breaks that it has there. */
    public static final String PRETTY = """
            {
            "rule_friendly_name": "Waiting tasks now rule",
            "metric_id": "Active (Now)",
            "task_channel_sid": "string",
            "task_queue_sids": [
            "WQ00000000000000000000000000000001"
            ],
            "active": true,
            "rule_thresholds": [
            {
            "threshold_type": "Critical",
            "threshold_operator": "Greater Than",
            "threshold_value": 5000
            }
            ],
            "notify_enabled": true,
            "notify_severity": "Critical",
            "notify_duration": 900000,
            "notify_methods_id": "flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8"
            }
            """;

    /** An alert whose names stand for SIDs, as in YAML. */
    public static final String ALERT = """
            rule:
              rule_friendly_name: waiting
              metric_id: Waiting (Now)
              task_channel_sid: voice
              task_queue_sids: [Support]
              active: true
              rule_thresholds:
                - {threshold_type: Critical, threshold_operator: Greater Than, threshold_value: 5}
              notify_enabled: true
            destinations:
              emails:
                email_recipients:
                  - email_address: ada@example.com
            """;

    private Samples() {}

    /** Returns one command line of two parts. */
    public static String[] joined(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    /** Returns a rule on one line. */
    public static String line(String name) {
        return PRETTY.replace("\n", "").replace("Waiting tasks now rule", name) + "\n";
    }

    /** Returns a rule on one line that lacks a member. */
    public static String lineWithout(String member) {
        return line("x").replace("\"" + member + "\":", "\"x_" + member + "\":");
    }
}
