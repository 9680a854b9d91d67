package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RefusalTest {

    private final FakeFlex flex = FakeFlex.builder().rules(1).start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    private static void assertRefused(HttpResponse<String> response, int status, int code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.json(response).path("status").intValue()).isEqualTo(status);
        assertThat(Caller.json(response).path("code").intValue()).isEqualTo(code);
        assertThat(Caller.json(response).propertyNames()).containsExactly("code", "message", "more_info", "status");
    }

    @ParameterizedTest
    @CsvSource({
        "rule_friendly_name, 5, must be a string",
        "metric_id, '\"Unheard Of\"', not a documented value",
        "task_channel_sid, null, is required",
        "task_queue_sids, '[1]', must be an array of strings",
        "active, '\"yes\"', must be a boolean",
        "rule_thresholds, '{}', must be an array of objects",
        "rule_thresholds, '[{\"threshold_value\": 1.5}]', threshold_value must be an integer",
        "rule_thresholds, '[{\"threshold_operator\": \"Equal To\"}]', threshold_operator is not a documented value",
        "notify_enabled, null, is required",
        "notify_severity, '\"Mild\"', not a documented value",
        "notify_duration, -1, 'must be an integer, 0 or more'",
        "notify_methods_id, 7, must be a string",
    })
    void namesWhatIsWrongWithABody(String field, String value, String complaint) throws Exception {
        ObjectNode body = (ObjectNode) Caller.JSON.readTree(Caller.BODY);
        body.set(field, Caller.JSON.readTree(value));

        HttpResponse<String> response = caller.create(body.toString());

        assertRefused(response, 400, 45004);
        assertThat(response.body()).contains(field, complaint);
        assertThat(flex.rules()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}"})
    void refusesABodyThatIsNoRule(String body) throws Exception {
        assertRefused(caller.create(body), 400, 45004);
    }

    @Test
    void namesAllMissingFieldsAtOnce() throws Exception {
        assertThat(caller.create("{}").body())
                .contains(
                        "rule_friendly_name",
                        "metric_id",
                        "task_channel_sid",
                        "task_queue_sids",
                        "active",
                        "rule_thresholds",
                        "notify_enabled");
    }

    @Test
    void acceptsUndocumentedValuesWithTheOption() throws Exception {
        try (FakeFlex lenient = FakeFlex.builder().strictValues(false).start()) {
            String body = Caller.BODY.replace("Active (Now)", "Future (Now)").replace("Greater Than", "Equal To");

            assertThat(new Caller(lenient).create(body).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void takesBothPairsOfCredentialsAndNoOther() throws Exception {
        String[] accepted = {
            Caller.basic(flex.accountSid(), flex.authToken()), Caller.basic(flex.apiKey(), flex.apiSecret())
        };
        for (String credentials : accepted) {
            assertThat(caller.send(caller.to(caller.rules()).setHeader("Authorization", credentials))
                            .statusCode())
                    .isEqualTo(200);
        }
        for (String credentials :
                List.of(Caller.basic(flex.accountSid(), flex.apiSecret()), "Bearer " + flex.authToken(), "Basic")) {
            HttpResponse<String> response =
                    caller.send(caller.to(caller.rules()).setHeader("Authorization", credentials));
            assertRefused(response, 401, 20003);
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(flex.requests())
                .extracting(ReceivedRequest::authorized)
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void answers404ForOtherPathsInstancesAndRules() throws Exception {
        for (String path : List.of(
                "/v1/Accounts",
                "/v1/Instances/GOnone/InsightsRules",
                caller.rules() + "/QYnone",
                caller.rules() + "/",
                caller.rules() + "/QY1/more")) {
            assertRefused(caller.get(path), 404, 20404);
        }
        assertRefused(caller.send(caller.posting(caller.rules() + "/QYnone", Caller.BODY)), 404, 20404);
    }

    @Test
    void returnsTheAllowedMethodsOfAPath() throws Exception {
        HttpResponse<String> list = caller.send(caller.to(caller.rules()).DELETE());
        HttpResponse<String> rule =
                caller.send(caller.to(caller.rules() + "/QY1").PUT(BodyPublishers.noBody()));

        assertRefused(list, 405, 20004);
        assertThat(list.headers().firstValue("Allow")).contains("GET, POST");
        assertThat(rule.headers().firstValue("Allow")).contains("GET, POST, DELETE");
    }

    @Test
    void wantsJsonDeclaredAsJson() throws Exception {
        HttpResponse<String> form = caller.send(caller.to(caller.rules())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Caller.BODY)));
        HttpResponse<String> charset = caller.send(caller.to(caller.rules())
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(BodyPublishers.ofString(Caller.BODY)));

        assertRefused(form, 415, 45004);
        assertThat(charset.statusCode()).isEqualTo(201);
    }
}
