package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gets an e-mail: an element of {@code emails.email_recipients}.
 *
 * @param address the address ({@code email_address}); required in what is sent. Personal data. The service does not check
 *     whether it exists
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmailRecipient(
        @JsonProperty("email_address") @Nullable String address,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates a recipient as it came from the service. */
    public EmailRecipient {
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EmailRecipient read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new EmailRecipient(raw.text("email_address"), raw.left());
    }

    /**
     * Returns a recipient.
     *
     * @param address the address
     * @return the recipient
     */
    public static EmailRecipient of(String address) {
        return new EmailRecipient(address, Map.of());
    }

    /** Returns nothing of the address, which is personal data; of what is not documented, only how many there are. */
    @Override
    public String toString() {
        return "EmailRecipient[address=" + (address == null ? null : "***") + Members.describe(unread) + "]";
    }
}
