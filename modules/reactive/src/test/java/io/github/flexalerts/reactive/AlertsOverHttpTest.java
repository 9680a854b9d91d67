package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.notification.WebhookEndpoint;
import io.github.flexalerts.core.notification.Webhooks;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.user.FlexUser;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import io.github.flexalerts.testkit.ReceivedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The resources beside the rules, and the workflow over all of them, against the documented service over real HTTP. */
class AlertsOverHttpTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> kept = new ArrayList<>();
    private FakeFlex flex;
    private FlexAlertsClient client;
    private String user;

    @BeforeEach
    void start() {
        flex = FakeFlex.start();
        user = flex.addUser("Anna Ant");
        flex.addTaskQueue("Support");
        flex.addTaskQueue("Sales");
        client = client(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        flex.close();
    }

    @Test
    void createsDescribesUpdatesAndDeletesAnAlert() {
        AlertCreation made = one(client.alerts().create(plan()));
        String sid = String.valueOf(made.alert().rule().sid());
        assertThat(made.created()).isTrue();
        assertThat(one(client.alerts().describe(sid))).isEqualTo(made.alert());

        Destinations hook = Destinations.builder()
                .webhooks(Webhooks.of(WebhookEndpoint.custom("https://ops.example/hook")))
                .build();
        Alert updated = one(client.alerts().update(sid, AlertPlan.of(rule(), hook)));
        assertThat(updated.configuration().ttid())
                .isEqualTo(made.alert().configuration().ttid());
        assertThat(flex.notificationConfigurations()).hasSize(1);

        assertThat(one(client.alerts().delete(sid))).isTrue();
        assertThat(one(client.alerts().delete(sid))).isFalse();
        assertThat(flex.rules()).isEmpty();
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    @Test
    void findsTheWorkspaceAndTheInstanceByItself() {
        assertThat(one(client.configuration()).workspaceSid()).isEqualTo(flex.workspaceSid());
        assertThat(one(client.configuration()).instanceSid()).isEqualTo(flex.instanceSid());
        assertThat(one(client.configuration()).accountSid()).isEqualTo(flex.accountSid());
    }

    @Test
    void listsUsersOverSeveralPagesByLinks() {
        for (int i = 0; i < 1200; i++) {
            flex.addUser("User " + i);
        }
        flex.addDeactivatedUser("Zoe Zebra");
        assertThat(one(client.users().list().count())).isEqualTo(1202);
        assertThat(one(client.users().list(true).count())).isEqualTo(1201);
        assertThat(one(client.users().list().map(FlexUser::sid).distinct().count()))
                .isEqualTo(1202);
    }

    @Test
    void listsQueuesOverSeveralPagesByLinksThatNameTaskRouter() {
        for (int i = 0; i < 1200; i++) {
            flex.addTaskQueue("Queue " + i);
        }
        TaskQueueOperations queues = client.taskQueues(flex.workspaceSid());
        assertThat(one(queues.list().map(queue -> queue.sid()).distinct().count()))
                .isEqualTo(1202);
        assertThat(one(queues.pages().count())).isEqualTo(2);
    }

    @Test
    void fetchesAChannelBySidOrUniqueName() {
        TaskChannelOperations channels = client.taskChannels(flex.workspaceSid());
        String sid = String.valueOf(one(channels.fetch("voice")).sid());
        assertThat(one(channels.fetch(sid)).uniqueName()).isEqualTo("voice");
        assertThat(one(channels.list().count())).isEqualTo(4);
    }

    @Test
    void refusesADeactivatedUserAndAnAmbiguousQueueBeforeAnythingIsWritten() {
        String gone = flex.addDeactivatedUser("Zoe Zebra");
        assertUnresolved(plan(gone, "Support"), UnresolvedNameException.Reason.DEACTIVATED);
        flex.addTaskQueue("Support");
        assertUnresolved(plan(user, "Support"), UnresolvedNameException.Reason.AMBIGUOUS);
        assertUnresolved(plan(user, "support"), UnresolvedNameException.Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration.fetch",
                "channels.fetch",
                "queues.list",
                "users.list",
                "rules.list",
                "notifications.create",
                "rules.create"
            })
    void leavesNothingIfAnyStepFails(String step) {
        flex.inject(Fault.parse("status@" + step + "=400"));
        client.alerts()
                .create(plan())
                .as(StepVerifier::create)
                .expectErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(ApiException.class).hasMessageContaining(step + " failed: 400"))
                .verify(LIMIT);
        assertThat(flex.rules()).isEmpty();
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    @Test
    void resumesWithTheConfigurationFromTheError() {
        flex.inject(Fault.parse("status@rules.create=400"), Fault.parse("status@notifications.delete=400"));
        client.alerts()
                .create(plan(), keeping())
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                OrphanedConfigurationException.class,
                                orphaned -> assertThat(orphaned.ttid()).isEqualTo(kept.get(0))))
                .verify(LIMIT);
        flex.clearFaults();
        one(client.alerts().create(plan().continuing(kept.get(0))));
        assertWhole();
    }

    @ParameterizedTest
    @CsvSource({"created-then-reset@rules.create", "reset-after-headers@rules.create", "empty-body@rules.create"})
    void findsTheRuleWhoseAnswerWasLost(String fault) {
        flex.inject(Fault.parse(fault));
        assertThat(one(client.alerts().create(plan())).created()).isTrue();
        assertWhole();
    }

    @Test
    void takesBackWhatACancelledRunHasMade() {
        flex.inject(Fault.parse("delay@notifications.create=100ms"));
        var run = client.alerts().create(plan()).subscribe();
        flex.awaitRequests(6, LIMIT); // the sixth is the create of the configuration
        run.dispose();
        flex.awaitRequests(7, LIMIT); // the seventh deletes it again
        flex.awaitIdle(LIMIT);
        assertThat(flex.requests())
                .last()
                .extracting(ReceivedRequest::operation)
                .isEqualTo("notifications.delete");
        assertThat(flex.notificationConfigurations()).isEmpty();
        assertThat(flex.rules()).isEmpty();
    }

    @Test
    void worksWithTokensOfTheServiceAndAKeyThatDoNotTellTheAccount() {
        Credentials oauth = Credentials.oauth(flex.clientId(), flex.clientSecret(), URI.create(flex.tokenUrl()));
        try (FlexAlertsClient other =
                client(oauth).accountSid(flex.accountSid()).build()) {
            assertThat(one(other.alerts().create(plan())).created()).isTrue();
        }
        Credentials key = Credentials.apiKey(flex.apiKey(), flex.apiSecret());
        try (FlexAlertsClient other = client(key).accountSid(flex.accountSid()).build()) {
            assertThat(one(other.alerts().create(plan())).created()).isFalse();
        }
        assertWhole();
    }

    private FlexAlertsClientBuilder client(Credentials credentials) {
        return FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(credentials)
                .instanceSid(flex.instanceSid());
    }

    private AlertJournal keeping() {
        return ttid -> Mono.fromRunnable(() -> kept.add(ttid));
    }

    private AlertPlan plan() {
        return plan(user, "Support");
    }

    private static AlertPlan plan(String user, String queue) {
        return AlertPlan.of(
                rule().toBuilder().taskQueueSids(queue).build(),
                Destinations.builder().subscriptions(Subscriptions.of(user)).build());
    }

    private static RuleSpec rule() {
        return RuleOperationsTest.spec("x").toBuilder()
                .taskChannelSid("voice")
                .taskQueueSids("Support")
                .build();
    }

    private void assertUnresolved(AlertPlan plan, UnresolvedNameException.Reason reason) {
        client.alerts()
                .create(plan)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UnresolvedNameException.class,
                                unresolved -> assertThat(unresolved.reason()).isEqualTo(reason)))
                .verify(LIMIT);
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    private void assertWhole() {
        assertThat(flex.rules()).hasSize(1);
        assertThat(flex.notificationConfigurations()).hasSize(1);
        assertThat(flex.rules().get(0))
                .containsEntry(
                        "notify_methods_id",
                        flex.notificationConfigurations().get(0).get("ttid"));
    }

    private static <T> T one(Mono<T> call) {
        T value = call.block(LIMIT);
        assertThat(value).isNotNull();
        return value;
    }
}
