package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TaskRouterTest {

    private final FakeFlex flex = FakeFlex.builder().rules(100).taskQueues(120).start();
    private final Caller caller = new Caller(flex);
    private final String workspace = "/v1/Workspaces/" + flex.workspaceSid();
    private final String queues = workspace + "/TaskQueues";
    private final String channels = workspace + "/TaskChannels";

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void listsQueuesAlongLinksThatNameTaskRoutersHost() throws Exception {
        JsonNode first = Caller.json(caller.get(queues));
        List<JsonNode> pages = caller.follow(queues + "?PageSize=50");

        assertThat(first.propertyNames()).containsExactly("meta", "task_queues");
        assertThat(first.path("meta").path("key").stringValue()).isEqualTo("task_queues");
        assertThat(first.path("meta").path("next_page_url").stringValue())
                .startsWith("https://taskrouter.twilio.com" + queues + "?PageSize=50&Page=1&PageToken=");
        assertThat(first.path("task_queues").path(0).propertyNames())
                .startsWith("account_sid", "assignment_activity_sid")
                .endsWith("workspace_sid", "links")
                .hasSize(15);
        assertThat(pages.stream()
                        .flatMap(page -> page.path("task_queues").valueStream())
                        .map(queue -> queue.path("sid").stringValue()))
                .hasSize(120)
                .isEqualTo(flex.taskQueues().stream()
                        .map(queue -> queue.get("sid"))
                        .toList());
    }

    @Test
    void findsQueuesByTheirExactName() throws Exception {
        String first = flex.addTaskQueue("Support (EU)");
        String second = flex.addTaskQueue("Support (EU)");
        flex.addTaskQueue("support (eu)");

        JsonNode found = Caller.json(caller.get(queues + "?FriendlyName=Support%20%28EU%29&PageSize=1"));
        List<JsonNode> pages = caller.follow(queues + "?FriendlyName=Support%20%28EU%29&PageSize=1");

        assertThat(found.path("meta").path("url").stringValue())
                .endsWith("?FriendlyName=Support%20%28EU%29&PageSize=1&Page=0");
        assertThat(pages).hasSize(2);
        assertThat(pages.stream()
                        .map(page ->
                                page.path("task_queues").path(0).path("sid").stringValue()))
                .containsExactly(first, second);
        assertThat(Caller.json(caller.get(queues + "?FriendlyName=none")).path("task_queues"))
                .isEmpty();
    }

    @Test
    void listsChannelsUnderTheKeyChannels() throws Exception {
        JsonNode page = Caller.json(caller.get(channels));

        assertThat(page.propertyNames()).containsExactly("meta", "channels");
        assertThat(page.path("meta").path("key").stringValue()).isEqualTo("channels");
        assertThat(page.path("channels").valueStream())
                .extracting(channel -> channel.path("unique_name").stringValue())
                .containsExactly("voice", "sms", "chat", "email");
        assertThat(page.path("channels").path(0).path("friendly_name").stringValue())
                .isEqualTo("Voice");
    }

    @Test
    void fetchesAQueueBySidAndAChannelByUniqueNameToo() throws Exception {
        String queue = flex.addTaskQueue("Night");
        String channel = flex.addTaskChannel("späti chat");

        JsonNode fetched = Caller.json(caller.get(queues + "/" + queue));
        assertThat(fetched.path("friendly_name").stringValue()).isEqualTo("Night");
        assertThat(fetched.path("url").stringValue()).isEqualTo("https://taskrouter.twilio.com" + queues + "/" + queue);
        assertThat(caller.get(queues + "/Night").statusCode()).isEqualTo(404);
        HttpResponse<String> bySid = caller.get(channels + "/" + channel);
        assertThat(bySid.statusCode()).isEqualTo(200);
        assertThat(caller.get(channels + "/sp%C3%A4ti%20chat").body()).isEqualTo(bySid.body());
        assertThat(Caller.json(caller.get(channels + "/voice")).path("sid").stringValue())
                .isEqualTo("TC" + "0".repeat(32));
        assertThat(caller.get(channels + "/Voice").statusCode()).isEqualTo(404);
        assertThat(flex.taskChannels()).hasSize(5);
        assertThat(flex.requests())
                .extracting(ReceivedRequest::operation)
                .startsWith("queues.fetch", "queues.fetch", "channels.fetch");
    }

    @Test
    void hasWhatSeededRulesName() {
        List<Object> queueSids =
                flex.taskQueues().stream().map(queue -> queue.get("sid")).toList();
        List<Object> channelSids =
                flex.taskChannels().stream().map(channel -> channel.get("sid")).toList();

        assertThat(flex.rules())
                .allMatch(rule -> queueSids.containsAll((List<?>) rule.get("task_queue_sids")))
                .allMatch(rule -> channelSids.contains(rule.get("task_channel_sid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TaskQueues", "TaskChannels"})
    void refusesPagesThatNoLinkLedTo(String list) throws Exception {
        String path = workspace + "/" + list;
        HttpResponse<String> madeUp = caller.get(path + "?PageSize=2&Page=1");
        String next = String.valueOf(Caller.next(Caller.json(caller.get(path + "?PageSize=2"))));

        assertThat(madeUp.statusCode()).isEqualTo(400);
        assertThat(madeUp.body()).contains("Page is not supported", "next_page_url");
        assertThat(next).contains("Page=1&PageToken=");
        assertThat(caller.get(next).statusCode()).isEqualTo(200);
        assertThat(caller.get(path + "?PageSize=1001").statusCode()).isEqualTo(400);
        assertThat(caller.get("/v1/Workspaces/WSnone/" + list).statusCode()).isEqualTo(404);
    }

    @Test
    void isSetUpByTheBuilder() throws Exception {
        try (FakeFlex other = FakeFlex.builder()
                .workspaceSid("WSother")
                .taskRouterPageHost("http://tasks.example")
                .taskChannels("fax")
                .start()) {
            String body =
                    new Caller(other).get("/v1/Workspaces/WSother/TaskChannels").body();

            assertThat(body).contains("http://tasks.example/v1/Workspaces/WSother/TaskChannels?", "\"fax\"");
            assertThat(other.taskChannels()).hasSize(1);
            assertThat(other.taskQueues()).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().taskQueues(-1));
    }

    @Test
    void showsFaultsAsRulesDo() throws Exception {
        flex.inject(
                Fault.parse("status@queues.list,channels.list:1=429"),
                Fault.parse("null-members@queues.list:2"),
                Fault.parse("unknown-values@queues.fetch"),
                Fault.parse("null-members@channels.fetch"),
                Fault.parse("foreign-link@channels.list"));

        assertThat(caller.get(channels).statusCode()).isEqualTo(429);
        assertThat(caller.get(queues).statusCode()).isEqualTo(200);
        JsonNode nulls = Caller.json(caller.get(queues)).path("task_queues").path(0);
        assertThat(nulls.path("sid").isNull()).isTrue();
        assertThat(nulls.path("max_reserved_workers").intValue()).isEqualTo(1);
        assertThat(caller.get(queues + "/" + flex.taskQueues().get(0).get("sid"))
                        .body())
                .contains("RANDOM");
        assertThat(Caller.json(caller.get(channels + "/voice")).valueStream()).allMatch(JsonNode::isNull);
        assertThat(caller.get(channels).body()).contains("https://evil.example/v1/Workspaces/");
    }
}
