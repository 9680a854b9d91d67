package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.failure;
import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.core.user.FlexUser;
import io.github.flexalerts.core.user.Role;
import io.github.flexalerts.reactive.ScriptedTransport.Answer;
import io.github.flexalerts.reactive.transport.ApiRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The resources beside the rules: what is sent, where to, and what is made of the answer. */
class ResourcesTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String INSTANCE = "/v1/Instances/" + PagedTransport.INSTANCE;
    private static final String TTID = "flex_notificationconfiguration_01aaaaaaaaaaaaaaaaaaaaaaaa";
    private static final Destinations OPS =
            Destinations.builder().emails(Emails.of("ops@example.com")).build();
    private static final Answer CONFIGURATION = json(
            200,
            "{\"ttid\":\"" + TTID + "\",\"instance_sid\":\"GO1\",\"destinations\":"
                    + "{\"emails\":{\"email_recipients\":[{\"email_address\":\"ops@example.com\"}]}}}");

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

    @Test
    void createsANotificationConfiguration() {
        ScriptedTransport wire = new ScriptedTransport(CONFIGURATION);
        NotificationConfiguration made =
                one(client(wire).notificationConfigurations().create(OPS));

        assertThat(made).isEqualTo(new NotificationConfiguration(TTID, "GO1", OPS, Map.of()));
        ApiRequest request = wire.requests.get(0);
        assertThat(request)
                .hasToString("notifications.create POST /v1/Instances/{InstanceSid}/NotificationConfigurations");
        assertThat(request.target()).isEqualTo(INSTANCE + "/NotificationConfigurations");
        assertThat(body(request))
                .isEqualTo("{\"destinations\":{\"subscriptions\":null,\"webhooks\":null,\"emails\":"
                        + "{\"email_recipients\":[{\"email_address\":\"ops@example.com\"}]}}}");
    }

    @Test
    void namesTheAccountToAllFourOfItsOperations() {
        ScriptedTransport wire = new ScriptedTransport(CONFIGURATION, CONFIGURATION, CONFIGURATION, status(204));
        NotificationOperations configurations = client(wire).notificationConfigurations();
        one(configurations.create(OPS));
        one(configurations.fetch(TTID));
        one(configurations.update(TTID, OPS));
        configurations.delete(TTID).as(StepVerifier::create).expectComplete().verify(LIMIT);

        assertThat(wire.requests)
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("I-Twilio-Auth-Account", "AC00000000000000000000000000000001"))
                .extracting(request -> request.operation().id() + " " + request.target())
                .containsExactly(
                        "notifications.create " + INSTANCE + "/NotificationConfigurations",
                        "notifications.fetch " + INSTANCE + "/NotificationConfigurations/" + TTID,
                        "notifications.update " + INSTANCE + "/NotificationConfigurations/" + TTID,
                        "notifications.delete " + INSTANCE + "/NotificationConfigurations/" + TTID);
    }

    @Test
    void sendsTheAccountToNoOtherResource() {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"sid\":\"QY1\"}"));
        one(client(wire).rules().fetch("QY1"));
        assertThat(wire.requests.get(0).headers()).doesNotContainKey("I-Twilio-Auth-Account");
    }

    @Test
    void wantsToKnowTheAccountWhereTheCredentialsDoNotTellIt() {
        FlexAlertsClientBuilder builder =
                PagedTransport.client(new ScriptedTransport(CONFIGURATION)).credentials(Credentials.apiKey("SK1", "s"));
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.build().notificationConfigurations())
                .withMessageStartingWith("accountSid must be set");

        one(builder.accountSid("AC2").build().notificationConfigurations().fetch(TTID));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.accountSid("AC1\r\nX: y"))
                .withMessageStartingWith("accountSid must be AC");
    }

    @Test
    void doesNotRepeatACreateThatMayHaveBeenStored() {
        ScriptedTransport wire = new ScriptedTransport(failure(TransportException.Reason.CONNECTION, true));
        client(wire)
                .notificationConfigurations()
                .create(OPS)
                .as(StepVerifier::create)
                .expectError(AmbiguousOutcomeException.class)
                .verify(LIMIT);
        assertThat(wire.requests).hasSize(1);
    }

    @Test
    void takesADeleteForDoneThatFindsNothingAfterAnAnswerWasLost() {
        RetryPolicy hasty = new RetryPolicy(
                2, Duration.ofNanos(1), Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMillis(1));
        ScriptedTransport wire =
                new ScriptedTransport(failure(TransportException.Reason.CONNECTION, true), status(404));
        PagedTransport.client(wire)
                .retry(hasty)
                .build()
                .notificationConfigurations()
                .deleteWithResponse(TTID)
                .as(StepVerifier::create)
                .assertNext(gone -> assertThat(gone.status()).isEqualTo(404))
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void checksArgumentsAtOnce() {
        FlexAlertsClient client = client(new ScriptedTransport(CONFIGURATION));
        NotificationOperations configurations = client.notificationConfigurations();
        Destinations none = new Destinations(null, null, null, Map.of());

        assertThatExceptionOfType(InvalidSpecException.class).isThrownBy(() -> configurations.create(none));
        assertThatExceptionOfType(InvalidSpecException.class).isThrownBy(() -> configurations.update(TTID, none));
        assertThatIllegalArgumentException().isThrownBy(() -> configurations.fetch(".."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configurations.delete(" "))
                .withMessage("ttid must be the id of a notification configuration");
        assertThatIllegalArgumentException().isThrownBy(() -> client.taskQueues("WS1/.."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.taskQueues("WS1").fetch("WQ?"));
    }

    @Test
    void takesAnIdOfAnyShapeIntoThePath() {
        ScriptedTransport wire = new ScriptedTransport(CONFIGURATION);
        one(client(wire).notificationConfigurations().fetch("../flex.1:ä"));
        assertThat(wire.requests.get(0).target())
                .isEqualTo(INSTANCE + "/NotificationConfigurations/..%2Fflex.1%3A%C3%A4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void refusesAChannelThatWouldBreakThePath(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(new ScriptedTransport(CONFIGURATION))
                        .taskChannels("WS1")
                        .fetch(name));
    }

    @Test
    void refusesToSendBackWhatItCouldNotRead() {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"ttid\":\"t\",\"destinations\":{\"emails\":[1]}}"));
        NotificationOperations configurations = client(wire).notificationConfigurations();
        Destinations read = one(configurations.fetch(TTID)).destinations();
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> configurations.update(TTID, read))
                .withMessage("destinations.emails has another shape than the reference documents");
    }

    @Test
    void listsUsersPageByPageAndLeavesOutTheDeactivated() {
        Answer first = json(
                200,
                "{\"users\":[{\"flex_user_sid\":\"FU1\"},{\"flex_user_sid\":\"FU2\",\"deactivated\":true}],"
                        + "\"meta\":{\"key\":\"users\",\"next_page_url\":\"https://flex-api.twilio.com" + INSTANCE
                        + "/Users?PageSize=2&Page=1&PageToken=7\"}}");
        Answer last = json(200, "{\"users\":[{\"flex_user_sid\":\"FU3\",\"deactivated\":null}],\"meta\":{}}");
        ScriptedTransport wire = new ScriptedTransport(first, last, first, last);
        UserOperations users = client(wire).users();

        assertSids(users.list().map(FlexUser::sid), "FU1", "FU2", "FU3");
        assertSids(users.list(true).map(FlexUser::sid), "FU1", "FU3");
        assertThat(wire.requests)
                .extracting(ApiRequest::target)
                .startsWith(INSTANCE + "/Users?PageSize=1000", INSTANCE + "/Users?PageSize=2&Page=1&PageToken=7");
    }

    @Test
    void listsByPagesAndFromACursor() {
        String next = INSTANCE + "/Users?Page=1&PageToken=7";
        Answer first =
                json(200, "{\"meta\":{\"next_page_url\":\"" + next + "\"},\"users\":[{\"flex_user_sid\":\"FU1\"}]}");
        Answer last = json(200, "{\"meta\":{},\"users\":[]}");
        Answer resumed = json(200, "{\"meta\":{},\"users\":[{\"flex_user_sid\":\"FU1\"}]}");
        ScriptedTransport wire = new ScriptedTransport(first, last, resumed);
        UserOperations users = client(wire).users();

        users.pages()
                .map(page -> page.items().size())
                .as(StepVerifier::create)
                .expectNext(1, 0)
                .expectComplete()
                .verify(LIMIT);
        assertSids(users.resumeFrom(next).map(FlexUser::sid), "FU1");
        users.resumePagesFrom(next)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        users.resumeFrom("/v1/Instances/GO2/Users")
                .as(StepVerifier::create)
                .expectError(PagingException.class)
                .verify(LIMIT);
    }

    @Test
    void ignoresUnexpectedMembersOfAUser() {
        ScriptedTransport wire = new ScriptedTransport(json(200, """
                        {"users": [{
                          "flex_user_sid": "FU1", "team_sid": "QO1", "account_sid": {"a": [1]}, "username": [2],
                          "roles": ["agent", 5.5, {"x": 1}, null], "created_date": "yesterday", "updated_date": {},
                          "version": "three", "deactivated": "perhaps", "deactivated_date": true, "new": {"a": 1}
                        }, {"flex_user_sid": "FU2", "roles": "agent"}]}
                        """));
        client(wire)
                .users()
                .list()
                .as(StepVerifier::create)
                .assertNext(user -> {
                    assertThat(user.sid()).isEqualTo("FU1");
                    assertThat(user.teamSid()).isEqualTo("QO1");
                    assertThat(user.accountSid()).isNull();
                    assertThat(user.username()).isNull();
                    assertThat(user.roles()).startsWith(Role.AGENT);
                    assertThat(user.dateCreated()).isNull();
                    assertThat(user.version()).isNull();
                    assertThat(user.isActive()).isTrue();
                    assertThat(user.unread()).containsEntry("new", Map.of("a", 1));
                })
                .assertNext(user -> assertThat(user.roles()).isNull())
                .expectComplete()
                .verify(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[5]", "[\"FU1\"]", "[null]", "[[]]", "5", "{}"})
    void failsOnAListOfAnythingElse(String users) {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"users\":" + users + "}"));
        client(wire)
                .users()
                .list()
                .as(StepVerifier::create)
                .expectError(DecodingException.class)
                .verify(LIMIT);
    }

    @Test
    void asksTaskRouterWhereItIs() {
        Answer queue = json(200, "{\"sid\":\"WQ1\",\"friendly_name\":\"Support\"}");
        Answer channel = json(200, "{\"sid\":\"TC1\",\"unique_name\":\"voice\"}");
        ScriptedTransport wire = new ScriptedTransport(queue, channel);
        FlexAlertsClient client = client(wire);

        assertThat(one(client.taskQueues("WS1").fetch("WQ1")).friendlyName()).isEqualTo("Support");
        assertThat(one(client.taskChannels("WS1").fetch("voice & more/x")).sid())
                .isEqualTo("TC1");
        assertThat(wire.requests)
                .extracting(request -> request.origin() + request.target())
                .containsExactly(
                        "https://taskrouter.twilio.com/v1/Workspaces/WS1/TaskQueues/WQ1",
                        "https://taskrouter.twilio.com/v1/Workspaces/WS1/TaskChannels/voice%20%26%20more%2Fx");
    }

    @Test
    void followsOnlyLinksOfTaskRouter() {
        Answer first = queues("WQ1", "https://taskrouter.twilio.com/v1/Workspaces/WS1/TaskQueues?Page=1&PageToken=a");
        Answer foreign = queues("WQ2", "https://flex-api.twilio.com/v1/Workspaces/WS1/TaskQueues?Page=2&PageToken=b");
        ScriptedTransport wire = new ScriptedTransport(first, foreign);
        client(wire)
                .taskQueues("WS1")
                .list()
                .map(TaskQueue::sid)
                .as(StepVerifier::create)
                .expectNext("WQ1", "WQ2")
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                PagingException.class,
                                stopped -> assertThat(stopped.reason()).isEqualTo(PagingException.Reason.HOST))
                        .hasMessageStartingWith("queues.list stopped after 2 pages"))
                .verify(LIMIT);
        assertThat(wire.requests).hasSize(2);
    }

    @Test
    void listsChannelsUnderTheirOwnKey() {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"meta\":{},\"channels\":[{\"sid\":\"TC1\"}]}"));
        assertSids(client(wire).taskChannels("WS1").list().map(TaskChannel::sid), "TC1");
        assertThat(wire.requests.get(0).target()).isEqualTo("/v1/Workspaces/WS1/TaskChannels?PageSize=1000");
    }

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource({
        "http://127.0.0.1:8080,,http://127.0.0.1:8080",
        "https://proxy.example,,https://taskrouter.twilio.com",
        "http://127.0.0.1:8080,http://localhost:9090,http://localhost:9090",
        "https://proxy.example,https://other.example,https://other.example",
    })
    void findsTaskRouter(URI base, URI taskRouter, String origin) {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"sid\":\"WQ1\"}"));
        FlexAlertsClientBuilder builder = PagedTransport.client(wire).baseUrl(base);
        FlexAlertsClient client = (taskRouter == null ? builder : builder.taskRouterUrl(taskRouter)).build();
        one(client.taskQueues("WS1").fetch("WQ1"));
        assertThat(wire.requests.get(0).origin()).isEqualTo(origin);
    }

    @Test
    void wantsTaskRouterOverTlsToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().taskRouterUrl(URI.create("http://taskrouter.twilio.com")))
                .withMessage("taskRouterUrl must be https unless its host is the loopback");
    }

    @Test
    void fetchesTheSidsOfAnAccount() {
        ScriptedTransport wire = new ScriptedTransport(json(
                200, "{\"account_sid\":\"AC1\",\"flex_instance_sid\":\"GO1\",\"taskrouter_workspace_sid\":\"WS1\"}"));
        assertThat(one(client(wire).configuration()))
                .hasToString("FlexConfiguration[accountSid=AC1, instanceSid=GO1, workspaceSid=WS1]");
        assertThat(wire.requests.get(0).target()).isEqualTo("/v1/Configuration");
    }

    @Test
    void sendsNothingBeforeASubscription() {
        ScriptedTransport wire = new ScriptedTransport(CONFIGURATION);
        FlexAlertsClient client = client(wire);
        List<?> unused = List.of(
                client.configuration(),
                client.users().list(),
                client.users().pages(),
                client.taskQueues("WS1").fetch("WQ1"),
                client.taskChannels("WS1").list(),
                client.notificationConfigurations().create(OPS),
                client.notificationConfigurations().update(TTID, OPS),
                client.notificationConfigurations().delete(TTID));
        assertThat(unused).hasSize(8);
        assertThat(wire.requests).isEmpty();
    }

    private FlexAlertsClient client(ScriptedTransport wire) {
        return PagedTransport.client(wire).timer(timer).build();
    }

    private static Answer queues(String sid, String next) {
        return json(200, "{\"meta\":{\"next_page_url\":\"" + next + "\"},\"task_queues\":[{\"sid\":\"" + sid + "\"}]}");
    }

    private static <T> T one(Mono<T> call) {
        T value = call.block(LIMIT);
        assertThat(value).isNotNull();
        return value;
    }

    private static void assertSids(Flux<String> sids, String... expected) {
        sids.as(StepVerifier::create).expectNext(expected).expectComplete().verify(LIMIT);
    }

    private static String body(ApiRequest request) {
        return StandardCharsets.UTF_8.decode(request.body().duplicate()).toString();
    }
}
