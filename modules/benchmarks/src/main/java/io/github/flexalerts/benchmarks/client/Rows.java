package io.github.flexalerts.benchmarks.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The records that a careful user of Jackson would write for the API, and their readers. */
public final class Rows {
    /** Reads and writes them; as Jackson comes. */
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Reads a page. */
    public static final ObjectReader PAGES = MAPPER.readerFor(PageRow.class);

    /** Reads a rule. */
    static final ObjectReader RULES = MAPPER.readerFor(RuleRow.class);

    /** Writes the body of a create. */
    static final ObjectWriter SPECS = MAPPER.writerFor(SpecRow.class);

    /** The body of a create. */
    static final SpecRow SPEC = new SpecRow(
            "Waiting tasks now rule",
            "Waiting (Now)",
            "TC00000000000000000000000000000001",
            List.of("WQ00000000000000000000000000000001"),
            true,
            List.of(new ThresholdRow("Critical", "Greater Than", 5000)),
            true,
            "Critical",
            900_000L,
            "flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8");

    private Rows() {}

    /** A page. */
    public record PageRow(MetaRow meta, List<RuleRow> rules) {}

    /** What the service says of a page. */
    public record MetaRow(
            @JsonProperty("page") int page,
            @JsonProperty("page_size") int pageSize,
            @JsonProperty("first_page_url") @Nullable String firstPageUrl,
            @JsonProperty("previous_page_url") @Nullable String previousPageUrl,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("next_page_url") @Nullable String nextPageUrl,
            @JsonProperty("key") @Nullable String key) {}

    /** A rule. */
    public record RuleRow(
            @JsonProperty("sid") @Nullable String sid,
            @JsonProperty("account_sid") @Nullable String accountSid,
            @JsonProperty("instance_sid") @Nullable String instanceSid,
            @JsonProperty("rule_friendly_name") @Nullable String friendlyName,
            @JsonProperty("metric_id") @Nullable String metricId,
            @JsonProperty("task_channel_sid") @Nullable String taskChannelSid,
            @JsonProperty("task_queue_sids") @Nullable List<String> taskQueueSids,
            @JsonProperty("active") @Nullable Boolean active,
            @JsonProperty("rule_thresholds") @Nullable List<ThresholdRow> thresholds,
            @JsonProperty("date_created") @Nullable Instant dateCreated,
            @JsonProperty("date_updated") @Nullable Instant dateUpdated,
            @JsonProperty("notify_enabled") @Nullable Boolean notifyEnabled,
            @JsonProperty("notify_severity") @Nullable String notifySeverity,
            @JsonProperty("notify_duration") @Nullable Long notifyDuration,
            @JsonProperty("notify_methods_id") @Nullable String notifyMethodsId,
            @JsonProperty("url") @Nullable String url) {}

    /** A threshold. */
    public record ThresholdRow(
            @JsonProperty("threshold_type") String type,
            @JsonProperty("threshold_operator") String operator,
            @JsonProperty("threshold_value") long value) {}

    /** What the caller decides. */
    public record SpecRow(
            @JsonProperty("rule_friendly_name") String friendlyName,
            @JsonProperty("metric_id") String metricId,
            @JsonProperty("task_channel_sid") String taskChannelSid,
            @JsonProperty("task_queue_sids") List<String> taskQueueSids,
            @JsonProperty("active") boolean active,
            @JsonProperty("rule_thresholds") List<ThresholdRow> thresholds,
            @JsonProperty("notify_enabled") boolean notifyEnabled,
            @JsonProperty("notify_severity") String notifySeverity,
            @JsonProperty("notify_duration") Long notifyDuration,
            @JsonProperty("notify_methods_id") String notifyMethodsId) {}
}
