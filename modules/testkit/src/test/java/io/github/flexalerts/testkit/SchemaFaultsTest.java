package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaFaultsTest {

    private final FakeFlex flex = FakeFlex.builder().rules(2).start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void addsMembersEverywhere() throws Exception {
        flex.inject(SchemaFaults.unknownMembers());

        JsonNode page = Caller.json(caller.list(""));

        JsonNode second = page.path("rules").path(1);
        for (JsonNode node : new JsonNode[] {
            page, page.path("meta"), second, second.path("rule_thresholds").path(0)
        }) {
            assertThat(node.propertyNames()).endsWith("future_text", "future_number", "future_null", "future_object");
        }
        assertThat(Caller.json(caller.create(Caller.BODY)).has("future_text")).isTrue();
        assertThat(flex.rules()).noneMatch(rule -> rule.containsKey("future_text"));
    }

    @Test
    void servesValuesThatTheReferenceDoesNotList() throws Exception {
        flex.inject(SchemaFaults.unknownValues());

        JsonNode rule = Caller.json(caller.list("")).path("rules").path(0);

        assertThat(rule.path("metric_id").stringValue()).isEqualTo("Future Metric (Now)");
        assertThat(rule.path("notify_severity").stringValue()).isEqualTo("Catastrophic");
        JsonNode threshold = rule.path("rule_thresholds").path(1);
        assertThat(threshold.path("threshold_type").stringValue()).isEqualTo("Catastrophic");
        assertThat(threshold.path("threshold_operator").stringValue()).isEqualTo("Equal To");
    }

    @Test
    void makesEveryMemberNullThatMayBe() throws Exception {
        flex.inject(SchemaFaults.nullMembers());

        JsonNode rule = Caller.json(caller.create(Caller.BODY));

        assertThat(rule.propertyNames())
                .filteredOn(member -> !rule.path(member).isNull())
                .containsExactly("metric_id", "notify_severity", "notify_duration");
    }

    @ParameterizedTest
    @CsvSource({
        "odd-thresholds=null, null",
        "odd-thresholds=object, '{\"Critical\":50}'",
        "odd-thresholds=text, '\"Critical > 50\"'",
        "odd-thresholds, '[{\"threshold_type\":\"Critical\",\"threshold_operator\":\"Greater Than\","
                + "\"threshold_value\":99.5}]'",
    })
    void servesThresholdsOfAnotherShape(String fault, String thresholds) throws Exception {
        flex.inject(Fault.parse(fault));

        assertThat(caller.create(Caller.BODY).body()).contains("\"rule_thresholds\":" + thresholds + ",");
    }

    @Test
    void refusesAShapeThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse("odd-thresholds=round"))
                .withMessageContaining("the shape must be null, object, text or fraction, was round");
    }

    @Test
    void leavesMetaOut() throws Exception {
        flex.inject(SchemaFaults.missingMeta());

        assertThat(Caller.json(caller.list("")).propertyNames()).containsExactly("rules");
        assertThat(Caller.json(caller.create(Caller.BODY)).has("sid")).isTrue();
    }

    @Test
    void leavesErrorsAsTheyAre() throws Exception {
        flex.inject(SchemaFaults.unknownValues(), SchemaFaults.nullMembers());

        assertThat(caller.get(caller.rules() + "/QYnone").body()).contains("20404");
    }
}
