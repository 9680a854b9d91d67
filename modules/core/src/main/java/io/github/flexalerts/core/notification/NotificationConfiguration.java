package io.github.flexalerts.core.notification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flexalerts.core.unread.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification configuration as the service answers it: the {@link Destinations} that the caller decides, and what the
 * service added. A rule refers to it by its {@code ttid}. Reference: the NotificationConfigurations resource, which documents
 * no list: a configuration whose {@code ttid} is lost cannot be found again.
 *
 * @param ttid {@code ttid}, as in {@code flex_notificationconfiguration_…}
 * @param instanceSid {@code instance_sid}
 * @param destinations {@code destinations}
 * @param unread the members that the reference does not name, and those of these three that came in a shape that cannot be
 *     read, raw. They are kept for exports and never sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationConfiguration(
        @JsonProperty("ttid") @Nullable String ttid,
        @JsonProperty("instance_sid") @Nullable String instanceSid,
        @JsonProperty("destinations") Destinations destinations,
        @JsonAnyGetter Map<String, @Nullable Object> unread) {

    /** Creates a configuration as it came from the service. */
    @SuppressWarnings("NullAway") // a foreign caller passes null for what is absent
    public NotificationConfiguration {
        destinations = destinations == null ? Destinations.NONE : destinations;
        unread = Members.copyOf(unread);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NotificationConfiguration read(Map<String, @Nullable Object> members) {
        RawMembers raw = new RawMembers(members);
        String ttid = raw.text("ttid");
        String instanceSid = raw.text("instance_sid");
        Destinations destinations = raw.object("destinations", Destinations::read);
        return new NotificationConfiguration(
                ttid, instanceSid, destinations == null ? Destinations.NONE : destinations, raw.left());
    }

    /** Returns the configuration without users, URLs and addresses, and without the contents of what is not documented. */
    @Override
    public String toString() {
        return "NotificationConfiguration[ttid=" + ttid + ", instanceSid=" + instanceSid + ", destinations="
                + destinations + Members.describe(unread) + "]";
    }
}
