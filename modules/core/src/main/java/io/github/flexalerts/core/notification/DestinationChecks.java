package io.github.flexalerts.core.notification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks destinations. Each problem is a sentence that names the field as it is on the wire. */
final class DestinationChecks {
    private static final int MOST_USERS = 10;
    private static final int MOST_ENDPOINTS = 1;
    private static final int MOST_ADDRESSES = 10;

    private DestinationChecks() {}

    /** Tells which required fields are missing and which fields could not be read. */
    static List<String> complete(Destinations given) {
        List<String> odd = DestinationShapes.odd(given);
        List<String> problems = new ArrayList<>(odd);
        Subscriptions subscriptions = given.subscriptions();
        if (subscriptions != null) {
            require(problems, "subscriptions", subscriptions.unread(), "recipients", subscriptions.recipients());
        }
        recipients(given).forEach(each -> require(problems, "recipients", each.unread(), "user_sids", each.userSids()));
        Webhooks webhooks = given.webhooks();
        if (webhooks != null) {
            require(problems, "webhooks", webhooks.unread(), "endpoints", webhooks.endpoints());
        }
        endpoints(given).forEach(each -> require(problems, "endpoints", each.unread(), "type", each.type()));
        endpoints(given).forEach(each -> require(problems, "endpoints", each.unread(), "url", each.url()));
        addresses(given)
                .forEach(each -> require(problems, "email_recipients", each.unread(), "email_address", each.address()));
        if (odd.isEmpty()
                && users(given).isEmpty()
                && endpoints(given).isEmpty()
                && addresses(given).isEmpty()) {
            problems.add("destinations must contain at least one user, endpoint or address");
        }
        return problems;
    }

    /** Tells what is past the documented limits, but for what the service itself had set. */
    static List<String> inRange(Destinations given, Destinations base) {
        List<String> problems = new ArrayList<>();
        if (!Objects.equals(given.subscriptions(), base.subscriptions())) {
            subscriptions(problems, given);
        }
        if (!Objects.equals(given.webhooks(), base.webhooks())) {
            most(problems, "webhooks.endpoints", "endpoint", MOST_ENDPOINTS, endpoints(given));
            endpoints(given).forEach(each -> notBlank(problems, "endpoints.url", each.url()));
        }
        if (!Objects.equals(given.emails(), base.emails())) {
            most(problems, "emails.email_recipients", "addresses", MOST_ADDRESSES, addresses(given));
            addresses(given).forEach(each -> notBlank(problems, "email_recipients.email_address", each.address()));
        }
        return problems;
    }

    private static void subscriptions(List<String> problems, Destinations given) {
        most(problems, "subscriptions.recipients", "users over all recipients", MOST_USERS, users(given));
        users(given).forEach(sid -> notBlank(problems, "recipients.user_sids", sid));
        recipients(given).forEach(each -> unique(problems, "recipients.notification_type", each.types()));
        SubscriptionDefaults defaults =
                given.subscriptions() == null ? null : given.subscriptions().defaults();
        unique(problems, "defaults.notification_type", defaults == null ? null : defaults.types());
    }

    /** What could not be read is not missing. */
    private static void require(
            List<String> problems,
            String owner,
            Map<String, @Nullable Object> unread,
            String name,
            @Nullable Object value) {
        if (value == null && !unread.containsKey(name)) {
            problems.add(owner + "." + name + " is missing");
        }
    }

    private static void most(List<String> problems, String name, String what, int most, List<?> held) {
        if (held.size() > most) {
            problems.add(name + " must contain at most " + most + " " + what + ", had " + held.size());
        }
    }

    private static void notBlank(List<String> problems, String name, @Nullable String value) {
        if (value != null && value.isBlank()) {
            problems.add(name + " must not be blank");
        }
    }

    private static void unique(List<String> problems, String name, @Nullable List<?> values) {
        if (values != null && new HashSet<>(values).size() < values.size()) {
            problems.add(name + " must not contain a value twice");
        }
    }

    private static List<Recipient> recipients(Destinations given) {
        return given.subscriptions() == null
                ? List.of()
                : orNone(given.subscriptions().recipients());
    }

    private static List<String> users(Destinations given) {
        return given.subscriptions() == null ? List.of() : given.subscriptions().users();
    }

    private static List<WebhookEndpoint> endpoints(Destinations given) {
        return given.webhooks() == null ? List.of() : orNone(given.webhooks().endpoints());
    }

    private static List<EmailRecipient> addresses(Destinations given) {
        return given.emails() == null ? List.of() : orNone(given.emails().recipients());
    }

    static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
