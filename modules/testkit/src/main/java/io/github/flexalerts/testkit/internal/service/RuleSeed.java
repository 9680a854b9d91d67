package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Makes rules that look like a contact centre's: the same ones, in the same order, for the same seed. */
final class RuleSeed {

    /** The date of the reference's samples. */
    private static final Instant FIRST = Instant.parse("2019-08-24T14:15:22Z");

    private static final int QUEUES = 40;

    private final Random random;
    private long made;

    RuleSeed(long seed) {
        this.random = new Random(seed);
    }

    /** The date that the rule made next was created. */
    synchronized String date() {
        return RuleDocument.date(FIRST.plus(Duration.ofMinutes(made)));
    }

    synchronized ObjectNode body() {
        long number = ++made;
        String metric = Vocabulary.METRICS.get(random.nextInt(Vocabulary.METRICS.size()));
        ObjectNode body = Json.object()
                .put("rule_friendly_name", String.format("%s, team %05d", metric, number))
                .put("metric_id", metric)
                .put("task_channel_sid", sid("TC", random.nextInt(4)));
        int queue = random.nextInt(QUEUES);
        body.putArray("task_queue_sids").add(sid("WQ", queue)).add(sid("WQ", (queue + 1) % QUEUES));
        body.put("active", random.nextInt(5) > 0);
        int warning = 5 + random.nextInt(50);
        threshold(body, "Critical", 2 * warning);
        threshold(body, "Warning", warning);
        return body.put("notify_enabled", random.nextBoolean())
                .put("notify_severity", random.nextBoolean() ? "Critical" : "Warning")
                .put("notify_duration", 60_000 * random.nextInt(16))
                .put("notify_methods_id", "flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8");
    }

    private static void threshold(ObjectNode body, String type, int value) {
        body.withArrayProperty("rule_thresholds")
                .addObject()
                .put("threshold_type", type)
                .put("threshold_operator", "Greater Than")
                .put("threshold_value", value);
    }

    private static String sid(String prefix, int number) {
        return prefix + String.format("%032x", number);
    }
}
