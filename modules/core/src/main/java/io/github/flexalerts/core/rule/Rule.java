package io.github.flexalerts.core.rule;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.flexalerts.core.unread.Members;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert rule as the service answers it: the {@link RuleSpec} that the caller decides, and what the service adds.
 *
 * <p>Nearly every member is documented as "or null", so nearly every accessor may return null. What is null here was
 * null, absent or unreadable in the answer. Reference: "Response schema" of every operation of the InsightsRules resource.
 *
 * @param sid {@code sid}, as in {@code QY…}
 * @param accountSid {@code account_sid}
 * @param instanceSid {@code instance_sid}
 * @param spec the ten fields that the caller decides
 * @param dateCreated {@code date_created}
 * @param dateUpdated {@code date_updated}
 * @param url {@code url}, as text: the reference's own sample is no valid URI
 * @param unread the members that the reference does not name, and those of these six that came in a shape that cannot be
 *     read, raw, under their names on the wire. They are kept for exports and never sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = "unread",
        ignoreUnknown = true) // to a reader, a member named so is unknown like any other
public record Rule(
        @JsonProperty("sid") @Nullable String sid,
        @JsonProperty("account_sid") @Nullable String accountSid,
        @JsonProperty("instance_sid") @Nullable String instanceSid,
        @JsonUnwrapped RuleSpec spec,
        @JsonProperty("date_created") @Nullable Instant dateCreated,
        @JsonProperty("date_updated") @Nullable Instant dateUpdated,
        @JsonProperty("url") @Nullable String url,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates a rule as it came from the service. */
    @SuppressWarnings("NullAway") // a foreign reader passes null for what is absent
    public Rule {
        spec = spec == null ? RuleSpecBuilder.NOTHING : spec;
        unread = Members.copyOf(unread);
    }

    /** Returns the rule without its friendly name, which is personal data, and the contents of what was not read. */
    @Override
    public String toString() {
        return "Rule[sid=" + sid + ", accountSid=" + accountSid + ", instanceSid=" + instanceSid + ", spec=" + spec
                + ", dateCreated=" + dateCreated + ", dateUpdated=" + dateUpdated + Members.describe(unread) + "]";
    }
}
