package io.github.flexalerts.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Encoded rules, one after the other with commas between, in one buffer: a page of any size is a slice of it. */
public final class RuleBlock {
    /** How many bytes a rule has on average. */
    public static final int AVERAGE_BYTES = 832;

    private static final int SPREAD = 81;
    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> METRICS = List.of(
            "Active (Now)",
            "Waiting (Now)",
            "Abandoned (30 min)",
            "Avg. Speed of Answer (Today)",
            "SLA (30 min)",
            "Longest Available Agent (Now)");
    private static final String FILLER = "of the queues that the day shift looks after, with its own wall board. ";

    private final ByteBuf bytes;
    private final int[] starts;

    private RuleBlock(ByteBuf bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /**
     * Encodes rules.
     *
     * @param count how many
     * @return the block
     */
    public static RuleBlock of(int count) {
        ByteBuf bytes = Unpooled.directBuffer(count * (AVERAGE_BYTES + 1));
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = bytes.writerIndex();
            bytes.writeCharSequence(rule(i) + ",", StandardCharsets.UTF_8);
        }
        starts[count] = bytes.writerIndex();
        return new RuleBlock(bytes, starts);
    }

    /**
     * Returns rules with commas between; the block repeats when it ends.
     *
     * @param from the index of the first
     * @param count how many
     * @return the bytes, in parts, to be released
     */
    public List<ByteBuf> rules(long from, int count) {
        int size = starts.length - 1;
        List<ByteBuf> parts = new ArrayList<>();
        for (int done = 0; done < count; ) {
            int first = (int) ((from + done) % size);
            int whole = Math.min(count - done, size - first);
            done += whole;
            int commas = done < count ? 0 : 1;
            parts.add(bytes.retainedSlice(starts[first], starts[first + whole] - starts[first] - commas));
        }
        return parts;
    }

    /** A rule of the documented shape; its name is as long as it takes for the average to come out. */
    private static String rule(int i) {
        int size = AVERAGE_BYTES - SPREAD / 2 + i * 37 % SPREAD;
        int missing = Math.max(1, size - rule(i, "").length());
        String name = "Rule " + i + " ";
        return rule(i, (name + FILLER.repeat(1 + missing / FILLER.length())).substring(0, missing));
    }

    private static String rule(int i, String name) {
        String sid = "QY%032x".formatted(i * 2_654_435_761L);
        String instance = "GO00000000000000000000000000000001";
        return """
                {"sid":"%s","account_sid":"AC00000000000000000000000000000001","instance_sid":"%s",\
                "rule_friendly_name":"%s","metric_id":"%s","task_channel_sid":"TC%032x","task_queue_sids":[%s],\
                "active":%s,"rule_thresholds":[%s],"date_created":"%s","date_updated":"%s",\
                "notify_enabled":true,"notify_severity":"%s","notify_duration":%d,\
                "notify_methods_id":"flex_notificationconfiguration_01jt2gntpafkt9671avqj5%04x",\
                "url":"https://flex-api.twilio.com/v1/Instances/%s/InsightsRules/%s"}""".formatted(
                        sid,
                        instance,
                        name,
                        METRICS.get(i % METRICS.size()),
                        i % 4,
                        queues(i),
                        i % 5 != 0,
                        thresholds(i),
                        EPOCH.plusSeconds(i * 977L),
                        EPOCH.plusSeconds(i * 977L + i % 86_400),
                        i % 3 == 0 ? "Critical" : "Warning",
                        60_000 * (1 + i % 15),
                        i % 7,
                        instance,
                        sid);
    }

    private static String queues(int i) {
        return "\"WQ%032x\"".formatted(i % 50);
    }

    private static String thresholds(int i) {
        return """
                {"threshold_type":"%s","threshold_operator":"%s","threshold_value":%d}""".formatted(i % 3 == 0 ? "Critical" : "Warning", i % 4 == 0 ? "Lesser Than" : "Greater Than", 10 * i);
    }
}
