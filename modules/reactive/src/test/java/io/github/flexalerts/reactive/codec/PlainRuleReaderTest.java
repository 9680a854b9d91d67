package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.rule.Rule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class PlainRuleReaderTest {
    static final List<String> MEMBERS = Json.RULE_MEMBERS;

    private static final String THRESHOLD =
            "{\"threshold_type\":\"Warning\",\"threshold_operator\":\"Lesser Than\",\"threshold_value\":7}";

    @Test
    void readsTheSample() {
        byte[] sample = Json.fixture("rules.fetch/response.json");

        assertThat(plain(sample)).isEqualTo(parsed(sample));
        assertThat(plain(sample).spec().thresholds()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\n} ",
                "{ \"sid\" : \"QY1\" ,\t\"url\":\r\n\"u\" }",
                "{\"url\":\"u\",\"sid\":\"QY1\"}",
                "{\"sid\":\"QY1\",\"sid\":\"QY2\"}",
                "{\"sid\":null,\"active\":null,\"task_queue_sids\":null,\"rule_thresholds\":null,\"date_created\":null}",
                "{\"rule_friendly_name\":\"\"}",
                "{\"rule_friendly_name\":\"{[,:]}\"}",
                "{\"rule_friendly_name\":\"Ärger €\uD83D\uDE00 \u007F/\"}",
                "{\"task_queue_sids\":[]}",
                "{\"task_queue_sids\":[\"WQ1\"]}",
                "{\"task_queue_sids\":[ \"WQ1\" , \"WQ2\",\"WQ1\" ]}",
                "{\"rule_thresholds\":[]}",
                "{\"rule_thresholds\":[" + THRESHOLD + " , " + THRESHOLD + "]}",
                "{\"rule_thresholds\":[{\"threshold_value\":-0,\"threshold_operator\":\"\",\"threshold_type\":\"x\"}]}",
                "{\"active\":true,\"notify_enabled\":false}",
                "{\"new\":1,\"\":\"x\",\"sid\":\"QY1\",\"newer\":null,\"new\":true}",
                "{\"a\":0,\"b\":-0,\"c\":2147483647,\"d\":-2147483649,\"e\":999999999999999999}",
                "{\"sid\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"url\":\"\\/a\\u00E4\\ud83d\\ude00\\ud83d \u00E4\\\\\"}",
                "{\"metric_id\":\"\\u0041\",\"task_queue_sids\":[\"\\u0041\",\"A\",\"\\u0041\"]}",
                "{\"sid\":\"\\uFFFD\"}",
                "{\"notify_duration\":0}",
                "{\"notify_duration\":-999999999999999999}",
                "{\"date_created\":\"0000-01-01T00:00:00Z\",\"date_updated\":\"9999-12-31T23:59:59Z\"}",
                "{\"date_created\":\"2024-02-29T00:00:00Z\"}"
            })
    void reportsTheSameErrorAsTheParser(String json) {
        assertThat(plain(Json.utf8(json))).isEqualTo(parsed(Json.utf8(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{\"new\":{}}",
                "{\"new\":[]}",
                "{\"new\":1.5}",
                "{\"new\":+1}",
                "{\"new\":-1e3}",
                "{\"n\\u0065w\":1}",
                "{\"sid\"}",
                "{\"sid\":\"QY1\",}",
                "{\"sid\":\"QY1\" \"url\":\"u\"}",
                "{\"sid\":7}",
                "{\"sid\":\"\\x\"}",
                "{\"sid\":\"\\u12G4\"}",
                "{\"sid\":\"\\u12\"}",
                "{\"s\\u0069d\":\"QY1\"}",
                "{\"sid\":\"a\tb\"}",
                "{\"sid\":\"\uFFFD\"}",
                "{\"sid\":nul1}",
                "{\"active\":\"true\"}",
                "{\"active\":truE}",
                "{\"active\":0}",
                "{\"notify_duration\":01}",
                "{\"notify_duration\":-}",
                "{\"notify_duration\":1.0}",
                "{\"notify_duration\":1e3}",
                "{\"notify_duration\":1234567890123456789}",
                "{\"notify_duration\":9999999999999999999}",
                "{\"notify_duration\":\"1\"}",
                "{\"task_queue_sids\":[\"WQ1\",]}",
                "{\"task_queue_sids\":[null]}",
                "{\"task_queue_sids\":\"WQ1\"}",
                "{\"rule_thresholds\":[{}]}",
                "{\"rule_thresholds\":[{\"threshold_value\":7}]}",
                "{\"rule_thresholds\":[{\"threshold_value\":null}]}",
                "{\"rule_thresholds\":[{\"new\":7}]}",
                "{\"date_created\":\"2024-02-30T00:00:00Z\"}",
                "{\"date_created\":\"2024-02-29T24:00:00Z\"}",
                "{\"date_created\":\"2024-02-29T00:00:00.5Z\"}",
                "{\"date_created\":\"2024-02-29 00:00:00Z\"}",
                "{\"date_created\":\"2024-02-29T00:00:00X\"}",
                "{\"date_created\":\"+024-02-29T00:00:00Z\"}",
                "{\"date_created\":\"\"}",
                "{} 1",
                "\u00A0{}"
            })
    void leavesWhatIsNotPlainToTheParser(String json) {
        assertThatExceptionOfType(NotPlain.class).isThrownBy(() -> plain(Json.utf8(json)));
    }

    @Test
    void leavesWhatIsTooLongToTheParser() {
        assertThatExceptionOfType(NotPlain.class)
                .isThrownBy(() -> plain(Json.utf8("{\"" + "n".repeat(1025) + "\":1}")));
        assertThatExceptionOfType(NotPlain.class)
                .isThrownBy(() -> plain(Json.utf8("{\"sid\":\"" + "n".repeat(1024 * 1024 + 1) + "\"}")));
        assertThat(plain(Json.utf8("{\"" + "n".repeat(1024) + "\":1}")).unread())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xC3, 0xFF})
    void leavesBytesThatAreNoTextToTheParser(int invalid) {
        byte[] json = Json.utf8("{\"sid\":\"QY_1\",\"instance_sid\":\"GO1\"}");
        json[new String(json, UTF_8).indexOf('_')] = (byte) invalid;

        assertThatExceptionOfType(NotPlain.class).isThrownBy(() -> plain(json));
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void leavesAMemberOfUnexpectedShapeToTheParser(String member) {
        Map<String, @Nullable Object> rule = Json.sample();
        rule.put(member, Map.of());

        assertThatExceptionOfType(NotPlain.class).isThrownBy(() -> plain(Json.bytes(rule)));
    }

    @Test
    void runsDryWhereverTheBytesEnd() {
        byte[] sample = new String(Json.fixture("rules.fetch/response.json"), UTF_8)
                .strip()
                .getBytes(UTF_8);

        for (int length = 0; length < sample.length; length++) {
            int end = length;
            assertThatExceptionOfType(RunDry.class).isThrownBy(() -> plain(sample, end));
            assertThatExceptionOfType(RunDry.class).isThrownBy(() -> plain(Arrays.copyOf(sample, end), end));
        }
    }

    @Test
    void learnsTheOrderOfTheMembers() {
        PlainRuleReader rules = new PlainRuleReader(RecentTexts.ofPage());
        Map<String, @Nullable Object> sample = Json.sample();
        for (int i = 0; i < MEMBERS.size(); i++) {
            String first = MEMBERS.get(i);
            Map<String, @Nullable Object> turned = new LinkedHashMap<>();
            turned.put(first, sample.get(first));
            turned.putAll(sample);

            assertThat(rules.read(json(Json.bytes(turned)))).isEqualTo(parsed(Json.bytes(sample)));
        }
    }

    @Test
    void takesNothingFromTheRuleBefore() {
        PlainRuleReader rules = new PlainRuleReader(RecentTexts.ofPage());
        Map<String, @Nullable Object> sample = Json.sample();
        sample.put("new", 1);

        assertThat(rules.read(json(Json.bytes(sample)))).isEqualTo(parsed(Json.bytes(sample)));
        assertThat(rules.read(json(Json.utf8("{}")))).isEqualTo(parsed(Json.utf8("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account_sid\":\"AC1\",\"instance_sid\":\"GO1\",\"notify_methods_id\":\"AC1\"}",
                "{\"metric_id\":\"Critical\",\"notify_severity\":\"Critical\",\"task_channel_sid\":\"Critical\"}"
            })
    void takesNoTextForAnother(String json) {
        assertThat(plain(Json.utf8(json))).isEqualTo(parsed(Json.utf8(json)));
    }

    @Test
    void sharesTheTextsThatRepeatButForLongOnes() {
        PlainRuleReader rules = new PlainRuleReader(RecentTexts.ofPage());
        String url = "u".repeat(129);
        byte[] rule = Json.utf8(
                "{\"instance_sid\":\"GO12345\",\"metric_id\":\"SLA (Today)\",\"task_queue_sids\":[\"WQ67890\"],"
                        + "\"notify_methods_id\":\"" + url + "\"}");

        Rule first = rules.read(json(rule));
        Rule second = rules.read(json(rule));

        assertThat(second).isEqualTo(first);
        assertThat(second.instanceSid()).isSameAs(first.instanceSid());
        assertThat(second.spec().metricId()).isSameAs(first.spec().metricId());
        assertThat(second.spec().taskQueueSids()).first().isSameAs(queue(first));
        assertThat(second.spec().notification().methodsId())
                .isNotSameAs(first.spec().notification().methodsId());
    }

    private static @Nullable Object queue(Rule rule) {
        List<String> queues = rule.spec().taskQueueSids();
        return queues == null ? null : queues.get(0);
    }

    /** Reads a rule that must be plain. */
    static Rule plain(byte[] json) {
        return plain(json, json.length);
    }

    private static Rule plain(byte[] json, int end) {
        PlainJson plain = new PlainJson();
        plain.begin(json, 0, end);
        Rule rule = new PlainRuleReader(RecentTexts.ofPage()).read(plain);
        if (!plain.isOver()) {
            throw new NotPlain();
        }
        return rule;
    }

    private static PlainJson json(byte[] json) {
        PlainJson plain = new PlainJson();
        plain.begin(json, 0, json.length);
        return plain;
    }

    /** Reads a rule by the parser alone. */
    static Rule parsed(byte[] json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Rule rule = RuleDecoder.decode(parser);
            assertThat(parser.nextToken()).isNull();
            return rule;
        }
    }
}
