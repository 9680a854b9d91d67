package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.page.PageMeta;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A mapper that knows nothing of this library reads and writes by the annotations alone. */
class AnnotationsTest {
    private static final JsonMapper FOREIGN = JsonMapper.builder().build();

    private static final String BODY = """
            {
              "rule_friendly_name": "waiting-too-long",
              "metric_id": "Waiting (Now)",
              "task_channel_sid": "TC00000000000000000000000000000001",
              "task_queue_sids": ["WQ00000000000000000000000000000001"],
              "active": true,
              "rule_thresholds": [
                {"threshold_type": "Critical", "threshold_operator": "Greater Than", "threshold_value": 5}
              ],
              "notify_enabled": true,
              "notify_severity": "Critical",
              "notify_duration": 900000,
              "notify_methods_id": "flex_notificationconfiguration_1"
            }
            """;
    private static final RuleSpec SPEC = Specs.required()
            .notifyEnabled(true)
            .notifySeverity(Severity.CRITICAL)
            .notifyDuration(Duration.ofMinutes(15))
            .notifyMethodsId("flex_notificationconfiguration_1")
            .build();

    private static final String ANSWER = "{\"sid\":\"QY1\",\"account_sid\":\"AC1\",\"instance_sid\":\"GO1\","
            + BODY.strip().substring(1, BODY.strip().length() - 1)
            + ",\"date_created\":\"2019-08-24T14:15:22Z\",\"date_updated\":\"2019-08-24T14:15:23.500Z\","
            + "\"url\":\"https://flex-api.twilio.com/v1/Instances/{instanceSid}/InsightsRules/{sid}\"}";
    private static final Rule RULE = new Rule(
            "QY1",
            "AC1",
            "GO1",
            SPEC,
            Instant.parse("2019-08-24T14:15:22Z"),
            Instant.parse("2019-08-24T14:15:23.500Z"),
            "https://flex-api.twilio.com/v1/Instances/{instanceSid}/InsightsRules/{sid}",
            Map.of());

    @Test
    void readAndWriteASpec() {
        assertThat(FOREIGN.readValue(BODY, RuleSpec.class)).isEqualTo(SPEC);
        assertThat(FOREIGN.readTree(FOREIGN.writeValueAsString(SPEC))).isEqualTo(FOREIGN.readTree(BODY));
    }

    @Test
    void readAndWriteARule() {
        assertThat(FOREIGN.readValue(ANSWER, Rule.class)).isEqualTo(RULE);
        assertThat(FOREIGN.readTree(FOREIGN.writeValueAsString(RULE))).isEqualTo(FOREIGN.readTree(ANSWER));
    }

    @Test
    void leaveOutWhatIsUnset() {
        assertThat(FOREIGN.writeValueAsString(RuleSpecBuilder.NOTHING)).isEqualTo("{}");
        assertThat(FOREIGN.readValue("{}", RuleSpec.class)).isEqualTo(RuleSpecBuilder.NOTHING);
        assertThat(FOREIGN.readValue("{}", Rule.class).spec()).isEqualTo(RuleSpecBuilder.NOTHING);
    }

    @Test
    void readPastMembersThatAreNotDocumented() {
        assertThat(FOREIGN.readValue("{\"sid\":\"QY1\",\"tomorrow\":[1]}", Rule.class)
                        .sid())
                .isEqualTo("QY1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "5", "null", "{\"active\":5}", "[]"})
    void readPastAMemberThatHasTheNameOfAComponent(String value) {
        assertThat(FOREIGN.readValue("{\"unread\":" + value + "}", RuleSpec.class))
                .isEqualTo(RuleSpecBuilder.NOTHING);
        assertThat(FOREIGN.readValue("{\"unread\":" + value + ",\"sid\":\"QY1\"}", Rule.class))
                .isEqualTo(FOREIGN.readValue("{\"sid\":\"QY1\"}", Rule.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"threshold_type", "threshold_operator", "threshold_value"})
    void refuseAThresholdWithout(String name) {
        Map<String, Object> members = new HashMap<>(
                Map.of("threshold_type", "Critical", "threshold_operator", "Greater Than", "threshold_value", 5));
        members.remove(name);
        String json = FOREIGN.writeValueAsString(members);

        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> FOREIGN.readValue(json, Threshold.class));
    }

    @Test
    void writeWhatWasLeftUnread() {
        Rule rule = new Rule("QY1", null, null, Specs.unread("rule_thresholds", 5), null, null, null, Map.of("new", 1));

        assertThat(FOREIGN.readTree(FOREIGN.writeValueAsString(rule))).isEqualTo(FOREIGN.readTree("""
                        {
                          "sid": "QY1",
                          "rule_friendly_name": "waiting-too-long",
                          "metric_id": "Waiting (Now)",
                          "task_channel_sid": "TC00000000000000000000000000000001",
                          "task_queue_sids": ["WQ00000000000000000000000000000001"],
                          "active": true,
                          "rule_thresholds": 5,
                          "notify_enabled": false,
                          "new": 1
                        }
                        """));
    }

    @Test
    void keepTheMembersOfAThresholdThatAreNotDocumented() {
        String json = "{\"threshold_type\":\"Warning\",\"threshold_operator\":\"Lesser Than\","
                + "\"threshold_value\":1,\"threshold_unit\":\"s\"}";
        Threshold threshold = FOREIGN.readValue(json, Threshold.class);

        assertThat(threshold.unread()).containsOnly(Map.entry("threshold_unit", "s"));
        assertThat(FOREIGN.readTree(FOREIGN.writeValueAsString(threshold))).isEqualTo(FOREIGN.readTree(json));
    }

    @Test
    void readAndWriteOpenValuesAsPlainText() {
        assertThat(FOREIGN.writeValueAsString(MetricId.of("Tomorrow"))).isEqualTo("\"Tomorrow\"");
        assertThat(FOREIGN.readValue("\"Tomorrow\"", MetricId.class)).isEqualTo(MetricId.of("Tomorrow"));
        assertThat(FOREIGN.readValue("\"Grave\"", Severity.class)).isEqualTo(Severity.of("Grave"));
        assertThat(FOREIGN.readValue("\"Equal To\"", ThresholdOperator.class))
                .isEqualTo(ThresholdOperator.of("Equal To"));
    }

    @Test
    void readAndWriteTheSevenMembersOfAPage() {
        PageMeta meta = new PageMeta("rules", 1, 50, "u", "f", "p", "n");
        String json = "{\"key\":\"rules\",\"page\":1,\"page_size\":50,\"url\":\"u\",\"first_page_url\":\"f\","
                + "\"previous_page_url\":\"p\",\"next_page_url\":\"n\"}";

        assertThat(FOREIGN.readValue(json, PageMeta.class)).isEqualTo(meta);
        assertThat(FOREIGN.readTree(FOREIGN.writeValueAsString(meta))).isEqualTo(FOREIGN.readTree(json));
    }
}
