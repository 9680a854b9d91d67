package io.github.flexalerts.core.rule;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether, how and how soon a rule notifies: its four {@code notify_…} fields.
 *
 * @param enabled whether notifications are sent ({@code notify_enabled}); required in what is sent
 * @param severity the minimum severity that notifies ({@code notify_severity})
 * @param duration {@code notify_duration}, milliseconds on the wire. The reference explains it twice, differently. In
 *     requests: "The duration in milliseconds for which the notification should be sent." In responses: "The amount of
 *     time the threshold condition must be met before a notification is sent, in milliseconds. Default: 0". The
 *     administrator's guide agrees with the second and documents 0 to 15 minutes
 * @param methodsId the id of the notification configuration to notify through ({@code notify_methods_id}), its
 *     {@code ttid}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationPolicy(
        @JsonProperty("notify_enabled") @Nullable Boolean enabled,
        @JsonProperty("notify_severity") @Nullable Severity severity,

        @JsonProperty("notify_duration") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT, pattern = "MILLIS") @Nullable
        Duration duration,

        @JsonProperty("notify_methods_id") @Nullable String methodsId) {

    /** The policy that says nothing: all four fields null. */
    static final NotificationPolicy UNSAID = new NotificationPolicy(null, null, null, null);
}
