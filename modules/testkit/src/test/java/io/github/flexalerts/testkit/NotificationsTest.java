package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class NotificationsTest {

    private static final String COMPLETE = """
        {"destinations":{"subscriptions":{"defaults":{"archive":true,"enabled":true,"notification_type":["in_app"]},\
        "recipients":[{"user_sids":["FU1","FU2"],"notification_type":["in_app","hologram"],"archive":null,\
        "enabled":false}]},"webhooks":{"defaults":{"enabled":true},"endpoints":[{"type":"pager",\
        "url":"https://ops.example/hook","enabled":null}]},"emails":{"defaults":{"enabled":false},\
        "email_recipients":[{"email_address":"ops@example.com"}]}}}\
        """;

    private final FakeFlex flex = FakeFlex.start();
    private final Caller caller = new Caller(flex);
    private final String path = "/v1/Instances/" + flex.instanceSid() + "/NotificationConfigurations";

    @AfterEach
    void close() {
        flex.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return caller.send(request.header("I-Twilio-Auth-Account", flex.accountSid()));
    }

    private HttpResponse<String> create(String body) throws Exception {
        return send(caller.posting(path, body));
    }

    private String created() throws Exception {
        return Caller.json(create(COMPLETE)).path("ttid").stringValue();
    }

    @Test
    void createsFetchesAndDeletesAConfiguration() throws Exception {
        HttpResponse<String> created = create(COMPLETE);
        JsonNode configuration = Caller.json(created);
        String ttid = configuration.path("ttid").stringValue();

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(configuration.propertyNames()).containsExactly("ttid", "instance_sid", "destinations");
        assertThat(ttid).matches("flex_notificationconfiguration_01[0-9a-hjkmnp-tv-z]{24}");
        assertThat(configuration.path("instance_sid").stringValue()).isEqualTo(flex.instanceSid());
        assertThat(configuration.path("destinations"))
                .isEqualTo(Caller.JSON.readTree(COMPLETE).path("destinations"));
        HttpResponse<String> fetched = send(caller.to(path + "/" + ttid).GET());
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(created.body());
        assertThat(flex.notificationConfigurations()).hasSize(1);
        assertThat(flex.notificationConfiguration(ttid)).containsEntry("ttid", ttid);
        HttpResponse<String> deleted = send(caller.to(path + "/" + ttid).DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(send(caller.to(path + "/" + ttid).DELETE()).statusCode()).isEqualTo(404);
        assertThat(send(caller.to(path + "/" + ttid).GET()).statusCode()).isEqualTo(404);
        assertThat(flex.notificationConfiguration(ttid)).isNull();
        assertThat(flex.requests())
                .extracting(ReceivedRequest::operation)
                .containsExactly(
                        "notifications.create",
                        "notifications.fetch",
                        "notifications.delete",
                        "notifications.delete",
                        "notifications.fetch");
    }

    @Test
    void replacesTheWholeConfigurationAndFillsInTheDefaults() throws Exception {
        String ttid = created();

        HttpResponse<String> updated = send(caller.posting(path + "/" + ttid, """
            {"destinations":{"later":1,"subscriptions":{"defaults":{},"recipients":[{"user_sids":["FU1"]}]},
            "webhooks":{"defaults":{"enabled":null},"endpoints":[]},"emails":null}}\
            """));

        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(Caller.json(updated).path("ttid").stringValue()).isEqualTo(ttid);
        assertThat(Caller.json(updated).path("destinations")).isEqualTo(Caller.JSON.readTree("""
            {"subscriptions":{"defaults":{"archive":true,"enabled":true,"notification_type":["in_app"]},
            "recipients":[{"user_sids":["FU1"],"archive":null,"enabled":null}]},
            "webhooks":{"defaults":{"enabled":true},"endpoints":[]},"emails":null}\
            """));
        assertThat(send(caller.posting(path + "/none", COMPLETE)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void wantsTheHeaderWithTheAccount(String method) throws Exception {
        String target = path + "/" + created();
        for (String place : method.equals("POST") ? new String[] {path, target} : new String[] {target}) {
            HttpResponse<String> without = caller.send(request(method, place));
            HttpResponse<String> other = caller.send(request(method, place).header("I-Twilio-Auth-Account", "ACother"));

            assertThat(without.statusCode()).isEqualTo(400);
            assertThat(Caller.json(without).path("code").intValue()).isEqualTo(20001);
            assertThat(without.body()).contains("I-Twilio-Auth-Account");
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(Caller.json(other).path("code").intValue()).isEqualTo(45003);
        }
        assertThat(flex.notificationConfigurations()).hasSize(1);
    }

    private HttpRequest.Builder request(String method, String target) {
        return caller.posting(target, COMPLETE)
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? COMPLETE : ""));
    }

    @Test
    void hasNoList() throws Exception {
        HttpResponse<String> response = send(caller.to(path).GET());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | destinations is required",
                "{\"destinations\":[]} | destinations is required",
                "{\"destinations\":{}} | at least one destination",
                "{\"destinations\":{\"emails\":{\"email_recipients\":[]}}} | at least one destination",
                "{\"destinations\":{\"emails\":[]}} | emails must be an object",
                "{\"destinations\":{\"emails\":{\"email_recipients\":{}}}} | email_recipients must be an array",
                "{\"destinations\":{\"emails\":{\"email_recipients\":[{}]}}} | email_address is required",
                "{\"destinations\":{\"webhooks\":{}}} | endpoints is required",
                "{\"destinations\":{\"webhooks\":{\"endpoints\":[{\"url\":1}]}}} | type is required; url must be a"
                        + " string",
                "{\"destinations\":{\"subscriptions\":{}}} | recipients is required",
                "{\"destinations\":{\"subscriptions\":{\"recipients\":[{}]}}} | user_sids is required",
                "{\"destinations\":{\"subscriptions\":{\"recipients\":[{\"user_sids\":[1]}]}}} | must be an array of"
                        + " strings",
                "{\"destinations\":{\"subscriptions\":{\"defaults\":{\"archive\":1}}}} | archive must be a boolean",
                "{\"destinations\":{\"subscriptions\":{\"defaults\":{\"notification_type\":[\"a\",\"a\"]}}}} | unique"
                        + " strings",
            })
    void namesWhatIsWrongWithABody(String body, String complaint) throws Exception {
        HttpResponse<String> response = create(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).path("code").intValue()).isEqualTo(45004);
        assertThat(response.body()).contains(complaint);
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, 201",
        "11, 0, 0, 400",
        "0, 1, 0, 201",
        "0, 2, 0, 400",
        "0, 0, 10, 201",
        "0, 0, 11, 400",
        "10, 1, 10, 201"
    })
    void enforcesTheDocumentedLimits(int users, int endpoints, int addresses, int status) throws Exception {
        ObjectNode body = Caller.JSON.createObjectNode();
        ObjectNode destinations = body.putObject("destinations");
        if (users > 0) {
            ObjectNode subscriptions = destinations.putObject("subscriptions");
            IntStream.range(0, users)
                    .forEach(i -> subscriptions
                            .withArrayProperty("recipients")
                            .addObject()
                            .putArray("user_sids")
                            .add("FU" + i));
        }
        if (endpoints > 0) {
            ObjectNode webhooks = destinations.putObject("webhooks");
            IntStream.range(0, endpoints)
                    .forEach(i -> webhooks.withArrayProperty("endpoints")
                            .addObject()
                            .put("type", "slack")
                            .put("url", "https://hooks.example/" + i));
        }
        if (addresses > 0) {
            ObjectNode emails = destinations.putObject("emails");
            IntStream.range(0, addresses)
                    .forEach(i -> emails.withArrayProperty("email_recipients")
                            .addObject()
                            .put("email_address", i + "@example.com"));
        }

        assertThat(create(body.toString()).statusCode()).isEqualTo(status);
    }

    @Test
    void acceptsAHundredConfigurationsPerInstance() throws Exception {
        flex.addInstance("GOother");
        for (int i = 0; i < 100; i++) {
            assertThat(create(COMPLETE).statusCode()).isEqualTo(201);
        }

        HttpResponse<String> past = create(COMPLETE);

        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.body()).contains("100 notification configurations");
        assertThat(send(caller.posting("/v1/Instances/GOother/NotificationConfigurations", COMPLETE))
                        .statusCode())
                .isEqualTo(201);
        assertThat(flex.notificationConfigurations()).hasSize(100);
        assertThat(flex.notificationConfigurations("GOother")).hasSize(1);
        assertThat(flex.notificationConfigurations().stream()
                        .map(configuration -> configuration.get("ttid"))
                        .collect(Collectors.toSet()))
                .hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> flex.notificationConfigurations("GOnone"));
    }

    @Test
    void takesAnotherLimitAndJsonOnly() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().maxNotificationConfigurations(-1));
        try (FakeFlex full = FakeFlex.builder().maxNotificationConfigurations(0).start()) {
            Caller there = new Caller(full);
            assertThat(there.send(there.posting(path, COMPLETE).header("I-Twilio-Auth-Account", full.accountSid()))
                            .body())
                    .contains("has 0 notification configurations");
        }
        assertThat(send(caller.posting(path, COMPLETE).setHeader("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void showsFaultsAsRulesDo() throws Exception {
        String ttid = created();
        flex.inject(
                Fault.parse("status@notifications.create=503"),
                Fault.parse("unknown-members@notifications.fetch:1"),
                Fault.parse("unknown-values@notifications.fetch:2"),
                Fault.parse("null-members@notifications.fetch:3"));

        assertThat(create(COMPLETE).statusCode()).isEqualTo(503);
        JsonNode first = Caller.json(send(caller.to(path + "/" + ttid)));
        assertThat(first.path("destinations").path("emails").has("future_object"))
                .isTrue();
        JsonNode second = Caller.json(send(caller.to(path + "/" + ttid)));
        assertThat(second.toString()).contains("hologram", "carrier_pigeon").doesNotContain("in_app", "future");
        JsonNode third = Caller.json(send(caller.to(path + "/" + ttid)));
        assertThat(third.path("destinations").valueStream()).hasSize(3).allMatch(JsonNode::isNull);
        assertThat(third.path("ttid").stringValue()).isEqualTo(ttid);
        assertThat(Caller.json(send(caller.to(path + "/" + ttid))).path("destinations"))
                .isEqualTo(Caller.JSON.readTree(COMPLETE).path("destinations"));
    }
}
