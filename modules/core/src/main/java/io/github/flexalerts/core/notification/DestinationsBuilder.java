package io.github.flexalerts.core.notification;

import io.github.flexalerts.core.error.InvalidSpecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link Destinations}. Nothing is checked before {@link #build()}, which then names all that is missing or past a
 * limit at once. Not safe for use by several threads.
 */
public final class DestinationsBuilder {
    private final Destinations base;
    private @Nullable Subscriptions subscriptions;
    private @Nullable Webhooks webhooks;
    private @Nullable Emails emails;
    private final Map<String, @Nullable Object> unread;

    DestinationsBuilder(Destinations base) {
        this.base = base;
        this.subscriptions = base.subscriptions();
        this.webhooks = base.webhooks();
        this.emails = base.emails();
        this.unread = new LinkedHashMap<>(base.unread());
    }

    /**
     * Sets {@code subscriptions}; none by default.
     *
     * @param subscriptions at most ten users over all recipients, null for none
     * @return this builder
     */
    public DestinationsBuilder subscriptions(@Nullable Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
        unread.remove("subscriptions");
        return this;
    }

    /**
     * Sets {@code webhooks}; none by default.
     *
     * @param webhooks at most one endpoint, null for none
     * @return this builder
     */
    public DestinationsBuilder webhooks(@Nullable Webhooks webhooks) {
        this.webhooks = webhooks;
        unread.remove("webhooks");
        return this;
    }

    /**
     * Sets {@code emails}; none by default.
     *
     * @param emails at most ten addresses, null for none
     * @return this builder
     */
    public DestinationsBuilder emails(@Nullable Emails emails) {
        this.emails = emails;
        unread.remove("emails");
        return this;
    }

    /**
     * Builds the destinations.
     *
     * @return destinations that can be sent
     * @throws InvalidSpecException naming everything that is missing or past a limit
     */
    public Destinations build() {
        Destinations built = new Destinations(subscriptions, webhooks, emails, unread);
        List<String> problems = new ArrayList<>(DestinationChecks.complete(built));
        problems.addAll(DestinationChecks.inRange(built, base));
        InvalidSpecException.throwIfAny(problems);
        return built;
    }
}
