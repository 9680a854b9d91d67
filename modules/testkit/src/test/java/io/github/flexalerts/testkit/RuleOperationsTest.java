package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RuleOperationsTest {

    private static final List<String> MEMBERS = List.of(
            "account_sid",
            "instance_sid",
            "sid",
            "rule_friendly_name",
            "metric_id",
            "task_channel_sid",
            "task_queue_sids",
            "active",
            "rule_thresholds",
            "date_created",
            "date_updated",
            "notify_enabled",
            "notify_severity",
            "notify_duration",
            "notify_methods_id",
            "url");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.678Z"));
    private final FakeFlex flex = FakeFlex.builder().clock(now::get).start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void createsARuleWithTheMembersOfTheSampleInTheirOrder() throws Exception {
        HttpResponse<String> response = caller.create(Caller.BODY);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode rule = Caller.json(response);
        assertThat(rule.propertyNames()).containsExactlyElementsOf(MEMBERS);
        assertThat(rule.path("sid").stringValue()).matches("QY[0-9a-f]{32}");
        assertThat(rule.path("account_sid").stringValue()).isEqualTo(flex.accountSid());
        assertThat(rule.path("instance_sid").stringValue()).isEqualTo(flex.instanceSid());
        assertThat(rule.path("date_created").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(rule.path("url").stringValue())
                .isEqualTo("https://flex-api.twilio.com" + caller.rules() + "/"
                        + rule.path("sid").stringValue());
        Caller.JSON
                .readTree(Caller.BODY)
                .properties()
                .forEach(sent -> assertThat(rule.path(sent.getKey())).isEqualTo(sent.getValue()));
    }

    @Test
    void fetchesWhatWasCreated() throws Exception {
        HttpResponse<String> created = caller.create(Caller.BODY);

        HttpResponse<String> fetched = caller.get(caller.rules() + "/" + sid(created));

        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(created.body());
    }

    @Test
    void replacesTheWholeRuleOnUpdate() throws Exception {
        String sid = sid(caller.create(Caller.BODY));
        now.set(Instant.parse("2026-02-03T04:05:06Z"));
        ObjectNode body = (ObjectNode) Caller.JSON.readTree(Caller.BODY);
        body.put("active", false).remove(List.of("notify_severity", "notify_duration", "notify_methods_id"));

        HttpResponse<String> response = caller.send(caller.posting(caller.rules() + "/" + sid, body.toString()));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode rule = Caller.json(response);
        assertThat(rule.path("sid").stringValue()).isEqualTo(sid);
        assertThat(rule.path("active").booleanValue()).isFalse();
        assertThat(rule.path("date_created").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(rule.path("date_updated").stringValue()).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(rule.path("notify_duration").intValue()).isZero();
        assertThat(rule.path("notify_severity").isNull()).isTrue();
        assertThat(rule.path("notify_methods_id").isNull()).isTrue();
    }

    @Test
    void deletesARuleOnce() throws Exception {
        String sid = sid(caller.create(Caller.BODY));

        HttpResponse<String> first = caller.delete(sid);

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.body()).isEmpty();
        assertThat(caller.delete(sid).statusCode()).isEqualTo(404);
        assertThat(flex.rules()).isEmpty();
    }

    @Test
    void keepsRulesOfInstancesApartAndCountsThemTogether() throws Exception {
        String other = "GObbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
        flex.addInstance(other);
        flex.seed(other, 99);

        assertThat(caller.create(Caller.BODY).statusCode()).isEqualTo(201);
        HttpResponse<String> past = caller.create(Caller.BODY);

        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.body()).contains("100 rules");
        assertThat(flex.rules()).hasSize(1);
        assertThat(flex.rules(other)).hasSize(99);
    }

    private static String sid(HttpResponse<String> response) {
        return Caller.json(response).path("sid").stringValue();
    }
}
