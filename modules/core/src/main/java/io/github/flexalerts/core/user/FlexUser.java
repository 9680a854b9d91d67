package io.github.flexalerts.core.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user of Flex, deactivated ones included. Reference: the Flex Users resource, version 1. What is null here was null,
 * absent or unreadable in the answer.
 *
 * @param sid {@code flex_user_sid}, as in {@code FU…}: what a notification configuration calls {@code user_sids}
 * @param accountSid {@code account_sid}
 * @param instanceSid {@code instance_sid}
 * @param teamSid {@code flex_team_sid}, as the reference's sample has it, or {@code team_sid}, as its table has it
 * @param workerSid {@code worker_sid}; null for a deactivated user
 * @param workspaceSid {@code workspace_sid}
 * @param username {@code username}; personal data
 * @param fullName {@code full_name}; personal data
 * @param email {@code email}; personal data
 * @param roles {@code roles}
 * @param dateCreated {@code created_date}
 * @param dateUpdated {@code updated_date}
 * @param version {@code version}
 * @param deactivated {@code deactivated}
 * @param dateDeactivated {@code deactivated_date}; null for an active user
 * @param unread the members that the reference does not name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlexUser(
        @JsonProperty("flex_user_sid") @Nullable String sid,
        @JsonProperty("account_sid") @Nullable String accountSid,
        @JsonProperty("instance_sid") @Nullable String instanceSid,

        @JsonProperty("flex_team_sid") @Nullable String teamSid,
        @JsonProperty("worker_sid") @Nullable String workerSid,
        @JsonProperty("workspace_sid") @Nullable String workspaceSid,
        @JsonProperty("username") @Nullable String username,
        @JsonProperty("full_name") @Nullable String fullName,
        @JsonProperty("email") @Nullable String email,
        @JsonProperty("roles") @Nullable List<Role> roles,
        @JsonProperty("created_date") @Nullable Instant dateCreated,
        @JsonProperty("updated_date") @Nullable Instant dateUpdated,
        @JsonProperty("version") @Nullable Long version,
        @JsonProperty("deactivated") @Nullable Boolean deactivated,
        @JsonProperty("deactivated_date") @Nullable Instant dateDeactivated,
        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> unread) {
    private static final String TABLE_TEAM_SID = "team_sid";

    /** Creates a user as it came from the service. */
    public FlexUser {
        roles = roles == null ? null : roles.stream().filter(Objects::nonNull).toList();
        if (teamSid == null && unread != null && unread.get(TABLE_TEAM_SID) instanceof String team) {
            teamSid = team;
        }
        unread = Members.copyOf(withoutTeam(unread, teamSid));
    }

    /** An alias would do, were the one that comes last not to count, even if it is null. */
    private static @Nullable Map<String, @Nullable Object> withoutTeam(
            @Nullable Map<String, @Nullable Object> unread, @Nullable String teamSid) {
        Object team = unread == null ? null : unread.get(TABLE_TEAM_SID);
        if (unread == null || (team != null && !team.equals(teamSid))) {
            return unread;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>(unread);
        others.remove(TABLE_TEAM_SID);
        return others;
    }

    /**
     * Returns whether the user can be notified.
     *
     * @return false if the service says that the user is deactivated, or only since when
     */
    @JsonIgnore
    public boolean isActive() {
        return deactivated == null ? dateDeactivated == null : !deactivated;
    }

    /** Returns the user without username, name and e-mail address, which are personal data. */
    @Override
    public String toString() {
        return "FlexUser[sid=" + sid + ", accountSid=" + accountSid + ", instanceSid=" + instanceSid + ", teamSid="
                + teamSid + ", workerSid=" + workerSid + ", workspaceSid=" + workspaceSid + ", roles=" + roles
                + ", deactivated=" + deactivated + Members.describe(unread) + "]";
    }
}
