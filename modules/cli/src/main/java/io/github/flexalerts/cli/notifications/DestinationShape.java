package io.github.flexalerts.cli.notifications;

import static io.github.flexalerts.cli.input.Shape.FLAG;
import static io.github.flexalerts.cli.input.Shape.TEXT;
import static io.github.flexalerts.cli.input.Shape.list;
import static io.github.flexalerts.cli.input.Shape.object;

import io.github.flexalerts.cli.input.Shape;
import java.util.Map;

/** The documented tree of {@code destinations}. */
final class DestinationShape {
    private static final Shape DELIVERY = object(Map.of("enabled", FLAG));

    private static final Shape SUBSCRIPTIONS = object(Map.of(
            "defaults",
            object(Map.of("archive", FLAG, "enabled", FLAG, "notification_type", list(TEXT))),
            "recipients",
            list(object(Map.of(
                    "user_sids", list(TEXT), "notification_type", list(TEXT), "archive", FLAG, "enabled", FLAG)))));

    private static final Shape WEBHOOKS = object(Map.of(
            "defaults", DELIVERY, "endpoints", list(object(Map.of("type", TEXT, "url", TEXT, "enabled", FLAG)))));

    private static final Shape EMAILS =
            object(Map.of("defaults", DELIVERY, "email_recipients", list(object(Map.of("email_address", TEXT)))));

    static final Shape DESTINATIONS =
            object(Map.of("subscriptions", SUBSCRIPTIONS, "webhooks", WEBHOOKS, "emails", EMAILS));

    private DestinationShape() {}
}
