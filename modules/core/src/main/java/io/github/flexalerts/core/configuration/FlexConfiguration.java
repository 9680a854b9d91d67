package io.github.flexalerts.core.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Flex is set up for an account, as far as alerts need it: its SIDs. Reference: the Flex
 * Configuration resource. What is null here was null, absent or unreadable in the answer.
 *
 * @param accountSid {@code account_sid}
 * @param instanceSid {@code flex_instance_sid}, as in {@code GO…}
 * @param workspaceSid {@code taskrouter_workspace_sid}, as in {@code WS…}: where the queues and channels are
 * @param unread every other member, as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlexConfiguration(
        @JsonProperty("account_sid") @Nullable String accountSid,
        @JsonProperty("flex_instance_sid") @Nullable String instanceSid,
        @JsonProperty("taskrouter_workspace_sid") @Nullable String workspaceSid,
        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> unread) {

    /** Creates a configuration as it came from the service. */
    public FlexConfiguration {
        unread = Members.copyOf(unread);
    }

    /** Returns the three SIDs; of the rest, only how much there is. */
    @Override
    public String toString() {
        return "FlexConfiguration[accountSid=" + accountSid + ", instanceSid=" + instanceSid + ", workspaceSid="
                + workspaceSid + Members.describe(unread) + "]";
    }
}
