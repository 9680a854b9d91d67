package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Resource;
import io.github.flexalerts.testkit.internal.list.PlainView;
import io.github.flexalerts.testkit.internal.list.Store;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The list of Flex users, who stay in it when they are deactivated. */
public final class UserService implements ResourceService {

    private static final Instant SEEDED = Instant.parse("2021-03-04T05:06:07Z");

    private final Settings settings;
    private final Store store;
    private final Sids sids;

    UserService(Settings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.sids = new Sids(settings.randomSeed() + 2);
    }

    @Override
    public Answer answer(Exchange exchange, Operation operation) {
        return Listing.answer(
                exchange, settings, settings.pageHost(), store, query -> PlainView.of(Resource.USERS, query));
    }

    public String newSid() {
        return sids.next("FU");
    }

    /** Adds so many users with numbers for names, of whom every tenth is deactivated. */
    void seed(String instance, int count) {
        for (int number = 1; number <= count; number++) {
            String sid = String.format("FU%032x", number);
            store.add(
                    instance, sid, user(instance, sid, String.format("Agent %05d", number), number % 10 != 0, SEEDED));
        }
    }

    public String add(String instance, String fullName, boolean active) {
        String sid = newSid();
        store.add(
                instance,
                sid,
                user(instance, sid, fullName, active, settings.clock().instant()));
        return sid;
    }

    private ObjectNode user(String instance, String sid, String fullName, boolean active, Instant now) {
        String date = RuleDocument.date(now);
        String username = fullName.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ".");
        ObjectNode user = Json.object()
                .put("flex_user_sid", sid)
                .put("account_sid", settings.keys().accountSid())
                .put("instance_sid", instance)
                .put("flex_team_sid", "QO" + "0".repeat(32))
                .put("worker_sid", active ? "WK" + sid.substring(2) : null)
                .put("workspace_sid", settings.workspaceSid())
                .put("username", username)
                .put("full_name", fullName)
                .put("email", username + "@example.com");
        user.putArray("roles").add("agent");
        return user.put("created_date", date)
                .put("updated_date", date)
                .put("version", 1)
                .put("deactivated", !active)
                .put("deactivated_date", active ? null : date)
                .putNull("locale");
    }
}
