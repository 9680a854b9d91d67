package io.github.flexalerts.core.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what could not be read of destinations: documented members that stayed raw. */
final class DestinationShapes {
    private final List<String> odd = new ArrayList<>();

    private DestinationShapes() {}

    /** Tells which members are of another shape, by their names on the wire. */
    static List<String> odd(Destinations given) {
        DestinationShapes shapes = new DestinationShapes();
        shapes.look("destinations", given.unread(), "subscriptions", "webhooks", "emails");
        shapes.look(given.subscriptions());
        shapes.look(given.webhooks());
        shapes.look(given.emails());
        return shapes.odd;
    }

    private void look(@Nullable Subscriptions given) {
        if (given == null) {
            return;
        }
        look("subscriptions", given.unread(), "defaults", "recipients");
        if (given.defaults() != null) {
            look("subscriptions.defaults", given.defaults().unread(), "archive", "enabled", "notification_type");
        }
        DestinationChecks.orNone(given.recipients())
                .forEach(each ->
                        look("recipients", each.unread(), "user_sids", "notification_type", "archive", "enabled"));
    }

    private void look(@Nullable Webhooks given) {
        if (given == null) {
            return;
        }
        look("webhooks", given.unread(), "defaults", "endpoints");
        look("webhooks.defaults", given.defaults());
        DestinationChecks.orNone(given.endpoints())
                .forEach(each -> look("endpoints", each.unread(), "type", "url", "enabled"));
    }

    private void look(@Nullable Emails given) {
        if (given == null) {
            return;
        }
        look("emails", given.unread(), "defaults", "email_recipients");
        look("emails.defaults", given.defaults());
        DestinationChecks.orNone(given.recipients())
                .forEach(each -> look("email_recipients", each.unread(), "email_address"));
    }

    private void look(String owner, @Nullable DeliveryDefaults defaults) {
        if (defaults != null) {
            look(owner, defaults.unread(), "enabled");
        }
    }

    private void look(String owner, Map<String, @Nullable Object> unread, String... documented) {
        for (String name : documented) {
            if (unread.containsKey(name)) {
                odd.add(owner + "." + name + " has another shape than the reference documents");
            }
        }
    }
}
