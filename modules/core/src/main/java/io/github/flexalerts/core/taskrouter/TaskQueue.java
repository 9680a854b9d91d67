package io.github.flexalerts.core.taskrouter;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task queue, as far as alerts need it. Reference: TaskRouter's TaskQueue resource. What is null here was null, absent or
 * unreadable in the answer.
 *
 * @param sid {@code sid}, as in {@code WQ…}: what a rule calls {@code task_queue_sids}
 * @param accountSid {@code account_sid}
 * @param workspaceSid {@code workspace_sid}
 * @param friendlyName {@code friendly_name}; may be personal data. Two queues may have the same
 * @param targetWorkers {@code target_workers}, the expression that chooses the workers
 * @param taskOrder {@code task_order}
 * @param maxReservedWorkers {@code max_reserved_workers}
 * @param dateCreated {@code date_created}
 * @param dateUpdated {@code date_updated}
 * @param url {@code url}
 * @param unread every other member, as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskQueue(
        @JsonProperty("sid") @Nullable String sid,
        @JsonProperty("account_sid") @Nullable String accountSid,
        @JsonProperty("workspace_sid") @Nullable String workspaceSid,
        @JsonProperty("friendly_name") @Nullable String friendlyName,
        @JsonProperty("target_workers") @Nullable String targetWorkers,
        @JsonProperty("task_order") @Nullable String taskOrder,
        @JsonProperty("max_reserved_workers") @Nullable Integer maxReservedWorkers,
        @JsonProperty("date_created") @Nullable Instant dateCreated,
        @JsonProperty("date_updated") @Nullable Instant dateUpdated,
        @JsonProperty("url") @Nullable String url,
        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> unread) {

    /** Creates a queue as it came from the service. */
    public TaskQueue {
        unread = Members.copyOf(unread);
    }

    /** Returns the queue's SIDs: its name and its expression may hold personal data. */
    @Override
    public String toString() {
        return "TaskQueue[sid=" + sid + ", accountSid=" + accountSid + ", workspaceSid=" + workspaceSid
                + Members.describe(unread) + "]";
    }
}
