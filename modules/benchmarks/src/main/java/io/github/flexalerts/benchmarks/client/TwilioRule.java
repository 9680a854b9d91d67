package io.github.flexalerts.benchmarks.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.twilio.base.Resource;
import com.twilio.converter.ISO8601Deserializer;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the SDK's generator would write for a rule. */
@JsonIgnoreProperties(ignoreUnknown = true)
@SuppressWarnings({"serial", "UnusedVariable"}) // as generated: resources are serializable, and all fields are kept
final class TwilioRule extends Resource {
    private static final long serialVersionUID = 1L;

    @JsonProperty("sid")
    private String sid = "";

    @JsonProperty("account_sid")
    private @Nullable String accountSid;

    @JsonProperty("instance_sid")
    private @Nullable String instanceSid;

    @JsonProperty("rule_friendly_name")
    private @Nullable String friendlyName;

    @JsonProperty("metric_id")
    private @Nullable String metricId;

    @JsonProperty("task_channel_sid")
    private @Nullable String taskChannelSid;

    @JsonProperty("task_queue_sids")
    private @Nullable List<String> taskQueueSids;

    @JsonProperty("active")
    private @Nullable Boolean active;

    @JsonProperty("rule_thresholds")
    private @Nullable Object thresholds;

    @JsonProperty("date_created")
    @JsonDeserialize(using = ISO8601Deserializer.class)
    private @Nullable ZonedDateTime dateCreated;

    @JsonProperty("date_updated")
    @JsonDeserialize(using = ISO8601Deserializer.class)
    private @Nullable ZonedDateTime dateUpdated;

    @JsonProperty("notify_enabled")
    private @Nullable Boolean notifyEnabled;

    @JsonProperty("notify_severity")
    private @Nullable String notifySeverity;

    @JsonProperty("notify_duration")
    private @Nullable Integer notifyDuration;

    @JsonProperty("notify_methods_id")
    private @Nullable String notifyMethodsId;

    @JsonProperty("url")
    private @Nullable String url;

    static TwilioRule of(Response response, ObjectMapper mapper) {
        try {
            return mapper.readValue(response.getStream(), TwilioRule.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(Object value, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sid() {
        return sid;
    }
}
