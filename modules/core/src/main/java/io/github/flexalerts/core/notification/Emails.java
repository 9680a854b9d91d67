package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notifications by e-mail ({@code destinations.emails}).
 *
 * @param defaults what holds for every address ({@code defaults}); the service's own if null
 * @param recipients who gets an e-mail ({@code email_recipients}); at most ten
 * @param unread the members that the reference does not name, and documented ones that came in a shape that cannot be read,
 *     raw; see {@link Destinations}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Emails(
        @JsonProperty("defaults") @Nullable DeliveryDefaults defaults,
        @JsonProperty("email_recipients") @Nullable List<EmailRecipient> recipients,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates e-mails as they came from the service. */
    public Emails {
        recipients = recipients == null ? null : List.copyOf(recipients);
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Emails read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        return new Emails(
                raw.object("defaults", DeliveryDefaults::read),
                raw.objects("email_recipients", EmailRecipient::read),
                raw.left());
    }

    /**
     * Creates e-mails.
     *
     * @param defaults what holds for every address, null for the service's own
     * @param recipients who gets an e-mail
     */
    public Emails(@Nullable DeliveryDefaults defaults, List<EmailRecipient> recipients) {
        this(defaults, recipients, Map.of());
    }

    /**
     * Returns e-mails with the service's own defaults.
     *
     * @param addresses who gets one
     * @return the e-mails
     */
    public static Emails of(String... addresses) {
        return new Emails(null, Stream.of(addresses).map(EmailRecipient::of).toList());
    }

    /** Returns the documented members, without the addresses; of the others, only how many there are. */
    @Override
    public String toString() {
        return "Emails[defaults=" + defaults + ", recipients=" + recipients + Members.describe(unread) + "]";
    }
}
