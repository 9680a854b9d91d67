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
 * A task channel. Reference: TaskRouter's TaskChannel resource. What is null here was null, absent or unreadable in the
 * answer.
 *
 * @param sid {@code sid}, as in {@code TC…}: what a rule calls {@code task_channel_sid}
 * @param accountSid {@code account_sid}
 * @param workspaceSid {@code workspace_sid}
 * @param friendlyName {@code friendly_name}
 * @param uniqueName {@code unique_name}, as in {@code voice}
 * @param channelOptimizedRouting {@code channel_optimized_routing}
 * @param dateCreated {@code date_created}
 * @param dateUpdated {@code date_updated}
 * @param url {@code url}
 * @param unread every other member, as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskChannel(
        @JsonProperty("sid") @Nullable String sid,
        @JsonProperty("account_sid") @Nullable String accountSid,
        @JsonProperty("workspace_sid") @Nullable String workspaceSid,
        @JsonProperty("friendly_name") @Nullable String friendlyName,
        @JsonProperty("unique_name") @Nullable String uniqueName,
        @JsonProperty("channel_optimized_routing") @Nullable Boolean channelOptimizedRouting,
        @JsonProperty("date_created") @Nullable Instant dateCreated,
        @JsonProperty("date_updated") @Nullable Instant dateUpdated,
        @JsonProperty("url") @Nullable String url,
        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> unread) {

    /** Creates a channel as it came from the service. */
    public TaskChannel {
        unread = Members.copyOf(unread);
    }

    /** Returns the channel's SIDs and its unique name. */
    @Override
    public String toString() {
        return "TaskChannel[sid=" + sid + ", accountSid=" + accountSid + ", workspaceSid=" + workspaceSid
                + ", uniqueName=" + uniqueName + Members.describe(unread) + "]";
    }
}
