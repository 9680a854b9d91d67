package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The columns of the resources beside the rules, and of the workflow over all of them. */
@SuppressWarnings("ImmutableEnumChecker") // the calls hold nothing
enum MatrixResource implements MatrixColumn {
    CREATE_NOTIFICATION(
            "notifications.create",
            null,
            Like.CREATE,
            Effect.ADDS,
            scene -> scene.client().notificationConfigurations().create(confidential())),
    FETCH_NOTIFICATION(
            "notifications.fetch",
            null,
            Like.FETCH,
            Effect.NONE,
            scene -> scene.client().notificationConfigurations().fetch(scene.ttid())),
    UPDATE_NOTIFICATION(
            "notifications.update",
            null,
            Like.UPDATE,
            Effect.REPLACES,
            scene -> scene.client().notificationConfigurations().update(scene.ttid(), confidential())),
    DELETE_NOTIFICATION(
            "notifications.delete",
            null,
            Like.DELETE,
            Effect.REMOVES,
            scene -> scene.client().notificationConfigurations().delete(scene.ttid())),
    LIST_USERS(
            "users.list",
            null,
            Like.LIST,
            Effect.NONE,
            scene -> scene.client().users().list().map(user -> orNone(user.sid()))),
    LIST_QUEUES(
            "queues.list",
            null,
            Like.LIST,
            Effect.NONE,
            scene -> queues(scene).list().map(queue -> orNone(queue.sid()))),
    FETCH_QUEUE(
            "queues.fetch",
            null,
            Like.FETCH,
            Effect.NONE,
            scene -> queues(scene).fetch(id(scene.flex().taskQueues()))),
    LIST_CHANNELS(
            "channels.list",
            null,
            Like.LIST,
            Effect.NONE,
            scene -> channels(scene).list().map(channel -> orNone(channel.sid()))),
    FETCH_CHANNEL(
            "channels.fetch",
            null,
            Like.FETCH,
            Effect.NONE,
            scene -> channels(scene).fetch("voice")),
    FETCH_CONFIGURATION(
            "configuration.fetch",
            null,
            Like.FETCH,
            Effect.NONE,
            scene -> scene.client().configuration()),
    CREATE_ALERT_AT_CONFIGURATION(
            "alerts.create@notifications.create",
            "notifications.create",
            Like.ALERT_AT_CONFIGURATION,
            Effect.ADDS_BOTH,
            MatrixResource::createAlert),
    CREATE_ALERT_AT_RULE(
            "alerts.create@rules.create",
            "rules.create",
            Like.ALERT_AT_RULE,
            Effect.ADDS_BOTH,
            MatrixResource::createAlert),
    CREATE_ALERT_AT_COMPENSATION(
            "alerts.create@notifications.delete, its rule refused",
            "notifications.delete",
            Like.ALERT_AT_COMPENSATION,
            Effect.ADDS_BOTH,
            MatrixResource::createAlert) {
        @Override
        public void prepare(Scene scene) {
            scene.flex().inject(Fault.parse("status@rules.create=400"));
        }
    },
    DESCRIBE_ALERT_AT_CONFIGURATION(
            "alerts.describe@notifications.fetch",
            "notifications.fetch",
            Like.DESCRIBE_AT_CONFIGURATION,
            Effect.NONE,
            scene -> scene.client().alerts().describe(scene.sid())),
    UPDATE_ALERT_AT_CONFIGURATION(
            "alerts.update@notifications.update",
            "notifications.update",
            Like.UPDATE_AT_CONFIGURATION,
            Effect.REPLACES_BOTH,
            MatrixResource::updateAlert),
    UPDATE_ALERT_AT_RULE(
            "alerts.update@rules.update",
            "rules.update",
            Like.UPDATE_AT_RULE,
            Effect.REPLACES_BOTH,
            MatrixResource::updateAlert),
    DELETE_ALERT_AT_CONFIGURATION(
            "alerts.delete@notifications.delete",
            "notifications.delete",
            Like.DELETE_AT_CONFIGURATION,
            Effect.REMOVES_BOTH,
            scene -> scene.client().alerts().delete(scene.sid())),
    DELETE_ALERT_AT_RULE(
            "alerts.delete@rules.delete",
            "rules.delete",
            Like.DELETE_AT_RULE,
            Effect.REMOVES_BOTH,
            scene -> scene.client().alerts().delete(scene.sid()));

    /** Columns of {@code classes.txt}: the first ones are those of the rules. */
    private static final class Like {
        static final int CREATE = 0;
        static final int FETCH = 3;
        static final int UPDATE = 4;
        static final int DELETE = 5;
        static final int LIST = 10;
        static final int ALERT_AT_CONFIGURATION = 11;
        static final int ALERT_AT_RULE = 12;
        static final int ALERT_AT_COMPENSATION = 13;
        static final int DESCRIBE_AT_CONFIGURATION = 14;
        static final int UPDATE_AT_CONFIGURATION = 15;
        static final int UPDATE_AT_RULE = 16;
        static final int DELETE_AT_CONFIGURATION = 17;
        static final int DELETE_AT_RULE = 18;
    }

    /** What a write does to the notification configurations of the service. */
    private enum Effect {
        NONE,
        ADDS,
        REPLACES,
        REMOVES,
        ADDS_BOTH,
        REPLACES_BOTH,
        REMOVES_BOTH
    }

    /** An address that writes give to a configuration; it must show up nowhere else. */
    private static final String ADDRESS = "confidential@example.com";

    private final String label;
    private final @Nullable String befallen;
    private final int expectation;
    private final Effect effect;
    private final Function<Scene, Publisher<?>> call;

    MatrixResource(
            String label,
            @Nullable String befallen,
            int expectation,
            Effect effect,
            Function<Scene, Publisher<?>> call) {
        this.label = label;
        this.befallen = befallen;
        this.expectation = expectation;
        this.effect = effect;
        this.call = call;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String befallen() {
        return befallen;
    }

    @Override
    public int expectation() {
        return expectation;
    }

    @Override
    public boolean writes() {
        return effect != Effect.NONE;
    }

    @Override
    public boolean lists() {
        return expectation == Like.LIST;
    }

    @Override
    public boolean oneCall() {
        return befallen == null && !lists();
    }

    /** Has the rule refer to the configuration, for those that are about both. */
    @Override
    public void prepare(Scene scene) {
        if (expectation >= Like.DESCRIBE_AT_CONFIGURATION) {
            scene.client()
                    .rules()
                    .modify(
                            scene.sid(),
                            spec -> spec.toBuilder()
                                    .notifyMethodsId(scene.ttid())
                                    .build())
                    .block();
        }
    }

    @Override
    public Publisher<?> call(Scene scene) {
        return call.apply(scene);
    }

    @Override
    public String value(List<?> returned, Scene scene) {
        if (lists()) {
            assertFirstItems(returned, scene);
            return returned.size() == items(scene.flex()).size() ? "ok" : "short";
        }
        assertThat(returned).hasSize(effect == Effect.REMOVES ? 0 : 1);
        return switch (effect) {
            case REPLACES_BOTH -> isReplaced(scene) ? "ok" : "half";
            case REMOVES_BOTH ->
                scene.flex().sids().contains(scene.sid())
                                || !scene.flex().notificationConfigurations().isEmpty()
                        ? "half"
                        : "ok";
            default -> "ok";
        };
    }

    private static boolean isReplaced(Scene scene) {
        Map<String, @Nullable Object> rule = scene.flex().rule(scene.sid());
        return MatrixOperation.NAME.equals(rule.get("rule_friendly_name"))
                && scene.flex().notificationConfigurations().stream()
                        .filter(each -> Objects.equals(each.get("ttid"), rule.get("notify_methods_id")))
                        .anyMatch(each -> each.toString().contains(ADDRESS));
    }

    /** A fault may have taken the SIDs themselves away. */
    @Override
    public void assertFirstItems(List<?> returned, Scene scene) {
        List<String> all = items(scene.flex());
        assertThat(returned).hasSizeLessThanOrEqualTo(all.size());
        for (int i = 0; i < returned.size(); i++) {
            assertThat(returned.get(i)).isIn(all.get(i), "");
        }
    }

    @Override
    public boolean done(Scene scene, State before) {
        State now = State.of(scene.flex());
        if (now.equals(before)) {
            return effect == Effect.NONE;
        }
        List<Map<String, @Nullable Object>> added = new ArrayList<>(now.configurations());
        added.removeAll(before.configurations());
        switch (effect) {
            case NONE -> assertThat(now).isEqualTo(before);
            case ADDS ->
                assertThat(now).isEqualTo(with(before, List.of(), added)).matches(s -> added.size() == 1);
            case REPLACES -> assertThat(now.configurations()).hasSize(1).isEqualTo(added);
            case REMOVES -> assertThat(now).isEqualTo(new State(before.rules(), List.of()));
            case ADDS_BOTH -> assertNoMoreThanOneOfEach(now, before, added);
            case REPLACES_BOTH, REMOVES_BOTH ->
                assertThat(others(now, scene.sid())).isEqualTo(others(before, scene.sid()));
        }
        return true;
    }

    /** A rule never stands without its configuration; a configuration alone is what an error has to name. */
    private static void assertNoMoreThanOneOfEach(State now, State before, List<Map<String, @Nullable Object>> added) {
        List<Map<String, @Nullable Object>> rules = new ArrayList<>(now.rules());
        rules.removeAll(before.rules());
        assertThat(now).isEqualTo(with(before, rules, added));
        assertThat(added).hasSize(1);
        assertThat(rules)
                .hasSizeLessThan(2)
                .allSatisfy(rule -> assertThat(rule)
                        .containsEntry("notify_methods_id", added.get(0).get("ttid")));
    }

    private static List<Map<String, @Nullable Object>> others(State state, String sid) {
        return state.rules().stream()
                .filter(rule -> !sid.equals(rule.get("sid")))
                .toList();
    }

    private static State with(
            State before, List<Map<String, @Nullable Object>> rules, List<Map<String, @Nullable Object>> added) {
        List<Map<String, @Nullable Object>> allRules = new ArrayList<>(before.rules());
        allRules.addAll(rules);
        List<Map<String, @Nullable Object>> all = new ArrayList<>(before.configurations());
        all.addAll(added);
        return new State(allRules, all);
    }

    private List<String> items(FakeFlex flex) {
        return switch (this) {
            case LIST_USERS -> ids(flex.users(), "flex_user_sid");
            case LIST_QUEUES -> ids(flex.taskQueues(), "sid");
            default -> ids(flex.taskChannels(), "sid");
        };
    }

    static NotificationConfiguration prepare(FlexAlertsClient client) {
        return Objects.requireNonNull(client.notificationConfigurations()
                .create(mailing("ops@example.com"))
                .block());
    }

    private static Publisher<?> createAlert(Scene scene) {
        RuleSpec rule = RuleOperationsTest.spec(MatrixOperation.NAME).toBuilder()
                .taskChannelSid("voice")
                .taskQueueSids(String.valueOf(scene.flex().taskQueues().get(1).get("friendly_name")))
                .build();
        return scene.client().alerts().create(AlertPlan.of(rule, confidential()));
    }

    /** The channel and the queues are those that the rule has, so that no name is looked up. */
    private static Publisher<?> updateAlert(Scene scene) {
        Map<String, @Nullable Object> stands = scene.flex().rule(scene.sid());
        List<String> queues = ((List<?>) Objects.requireNonNull(stands.get("task_queue_sids")))
                .stream().map(String::valueOf).toList();
        RuleSpec rule = RuleOperationsTest.spec(MatrixOperation.NAME).toBuilder()
                .taskChannelSid(String.valueOf(stands.get("task_channel_sid")))
                .taskQueueSids(queues)
                .build();
        return scene.client().alerts().update(scene.sid(), AlertPlan.of(rule, confidential()));
    }

    private static Destinations confidential() {
        return mailing(ADDRESS);
    }

    private static Destinations mailing(String address) {
        return Destinations.builder().emails(Emails.of(address)).build();
    }

    private static TaskQueueOperations queues(Scene scene) {
        return scene.client().taskQueues(scene.flex().workspaceSid());
    }

    private static TaskChannelOperations channels(Scene scene) {
        return scene.client().taskChannels(scene.flex().workspaceSid());
    }

    private static String id(List<Map<String, @Nullable Object>> items) {
        return ids(items, "sid").get(0);
    }

    private static List<String> ids(List<Map<String, @Nullable Object>> items, String name) {
        return items.stream().map(item -> String.valueOf(item.get(name))).toList();
    }

    private static String orNone(@Nullable String sid) {
        return sid == null ? "" : sid;
    }
}
