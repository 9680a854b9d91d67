package io.github.flexalerts.reactive.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDecoderTest {
    static final List<String> MEMBERS = Json.RULE_MEMBERS;

    private static final Set<String> FLAGS = Set.of("active", "notify_enabled");
    private static final Set<String> NO_TEXT = Set.of(
            "task_queue_sids",
            "active",
            "rule_thresholds",
            "notify_enabled",
            "notify_duration",
            "date_created",
            "date_updated");

    static Stream<Arguments> oddShapes() {
        return MEMBERS.stream()
                .flatMap(member -> Stream.of(
                                shape("a number", 7, !member.equals("notify_duration")),
                                shape("a fraction", new BigDecimal("1.10"), true),
                                shape("a huge number", new BigInteger("123456789012345678901234567890"), true),
                                shape("a text", "odd", NO_TEXT.contains(member)),
                                shape("a boolean", true, !FLAGS.contains(member)),
                                shape("an array", List.of(1, "x", Map.of()), true),
                                shape("an object", Map.of("a", List.of()), true))
                        .flatMap(shape -> shape)
                        .map(shape -> Arguments.of(member, shape)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("oddShapes")
    void keepsAMemberOfUnexpectedShapeUnchanged(String member, Object odd) {
        Map<String, @Nullable Object> answer = Json.sample();
        answer.put(member, odd);

        Rule rule = Json.rule(answer);

        assertThat(Json.SPEC_MEMBERS.contains(member) ? rule.spec().unread() : rule.unread())
                .isEqualTo(Map.of(member, odd));
        assertThat(Json.written(rule)).isEqualTo(answer);
        answer.put(member, null);
        assertThat(Json.rule(answer).spec().toString()).isEqualTo(withoutUnread(rule));
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void survivesNullAndAbsenceAlike(String member) {
        Map<String, @Nullable Object> answer = Json.sample();
        answer.put(member, null);
        Rule withNull = Json.rule(answer);
        answer.remove(member);
        Rule without = Json.rule(answer);

        assertThat(withNull).isEqualTo(without);
        assertThat(withNull.unread()).isEmpty();
        assertThat(withNull.spec().unread()).isEmpty();
        assertThat(Json.written(without)).isEqualTo(Json.whole(answer)).containsEntry(member, null);
    }

    @Test
    void survivesAnAnswerOfNullsAndAnEmptyOne() {
        assertThat(Json.rule(Json.whole(Map.of()))).isEqualTo(Json.rule("{}"));
        assertThat(Json.written(Json.rule("{}"))).isEqualTo(Json.whole(Map.of()));
    }

    @Test
    void keepsMembersThatAreNotDocumented() {
        Map<String, @Nullable Object> answer = Json.sample();
        answer.put("priority", 3);
        answer.put("owner", null);
        answer.put("labels", List.of("a", Map.of("b", List.of(false))));
        answer.put("unread", "a member may have this name too");

        Rule rule = Json.rule(answer);

        assertThat(rule.unread()).containsOnlyKeys("priority", "owner", "labels", "unread");
        assertThat(rule.spec().unread()).isEmpty();
        assertThat(Json.written(rule)).isEqualTo(answer);
        assertThat(Json.written(rule.spec())).containsOnlyKeys(Json.SPEC_MEMBERS);
    }

    @Test
    void keepsValuesThatAreNotDocumented() {
        Map<String, @Nullable Object> answer = Json.sample();
        answer.put("metric_id", "Tomorrow (Now)");
        answer.put("notify_severity", "critical");
        answer.put("notify_duration", -1);
        answer.put(
                "rule_thresholds",
                List.of(Map.of("threshold_type", "", "threshold_operator", "Equal To", "threshold_value", 1L << 40)));

        Rule rule = Json.rule(answer);

        assertThat(rule.spec().metricId()).isEqualTo(MetricId.of("Tomorrow (Now)"));
        assertThat(rule.spec().notification().severity()).isEqualTo(Severity.of("critical"));
        assertThat(rule.spec().notification().duration()).isEqualTo(Duration.ofMillis(-1));
        assertThat(rule.spec().thresholds())
                .containsExactly(new Threshold(Severity.of(""), ThresholdOperator.of("Equal To"), 1L << 40));
        assertThat(Json.written(rule)).isEqualTo(answer);
    }

    static Stream<Named<String>> oddThresholds() {
        return Stream.of(
                named("an object", "{\"Critical\": 5}"),
                named("a text", "\"Critical > 5\""),
                named("a list with null", "[null]"),
                named("a list of lists", "[[]]"),
                named("a good one and a bad one", "[" + threshold("5") + ", 5]"),
                named("no type", "[{\"threshold_operator\": \"Greater Than\", \"threshold_value\": 5}]"),
                named("no operator", "[{\"threshold_type\": \"Critical\", \"threshold_value\": 5}]"),
                named("no value", "[{\"threshold_type\": \"Critical\", \"threshold_operator\": \"Greater Than\"}]"),
                named("a value of null", "[" + threshold("null") + "]"),
                named("a value as text", "[" + threshold("\"5\"") + "]"),
                named("a fraction", "[" + threshold("5.50") + "]"),
                named("a whole number as a fraction", "[" + threshold("5.0") + "]"),
                named("a huge integer", "[" + threshold("123456789012345678901234567890") + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddThresholds")
    void keepsAThresholdOfUnexpectedShapeUnchanged(String odd) {
        Map<String, @Nullable Object> answer = Json.sample();
        answer.put("rule_thresholds", Json.tree(odd));

        Rule rule = Json.rule(answer);

        assertThat(rule.spec().thresholds()).isNull();
        assertThat(rule.spec().unread()).containsOnlyKeys("rule_thresholds");
        assertThat(Json.written(rule)).isEqualTo(answer);
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> rule.spec().requireComplete())
                .withMessage("rule_thresholds has another shape than the reference documents");
    }

    @Test
    void sendsBackTheMembersOfAThresholdThatAreNotDocumented() {
        Map<String, @Nullable Object> answer = Json.sample();
        Object thresholds = Json.tree("[" + threshold("5, \"threshold_unit\": {\"s\": [1.10, null]}") + "]");
        answer.put("rule_thresholds", thresholds);

        Rule rule = Json.rule(answer);

        assertThat(rule.spec().requireComplete().thresholds()).hasSize(1);
        assertThat(Json.written(rule)).isEqualTo(answer);
        assertThat(Json.written(rule.spec())).containsEntry("rule_thresholds", thresholds);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2019-08-24T14:15:22Z, 2019-08-24T14:15:22Z",
        "2019-08-24T16:15:22+02:00, 2019-08-24T14:15:22Z",
        "2019-08-24T14:15:22.5Z, 2019-08-24T14:15:22.500Z",
        "2019-08-24T14:15:22.123456789Z, 2019-08-24T14:15:22.123456789Z",
        "'Sat, 24 Aug 2019 14:15:22 +0000', 2019-08-24T14:15:22Z",
        "'Sat, 24 Aug 2019 14:15:22 GMT', 2019-08-24T14:15:22Z"
    })
    void readsADate(String text, Instant instant) {
        Rule rule = Json.rule("{\"date_created\":\"" + text + "\"}");

        assertThat(rule.dateCreated()).isEqualTo(instant);
        assertThat(Json.written(rule)).containsEntry("date_created", instant.toString());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2019-08-24",
                "2019-08-24T14:15:22",
                "2019-02-30T00:00:00Z",
                "20:9-08-24T14:15:22Z",
                "2019-08-24T14:60:22Z",
                "2019-08-24T14:15:/2Z",
                "2019-08-24 14:15:22Z",
                "1566656122"
            })
    void keepsAnInvalidDateUnchanged(String text) {
        Rule rule = Json.rule("{\"date_updated\":\"" + text + "\"}");

        assertThat(rule.dateUpdated()).isNull();
        assertThat(rule.unread()).isEqualTo(Map.of("date_updated", text));
        assertThat(Json.written(rule)).containsEntry("date_updated", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "0.1",
                "1E+400",
                "-1.5E-300",
                "123456789012345678901234567890",
                "-9223372036854775809",
                "9007199254740993",
                "3.141592653589793238462643383279502884"
            })
    void keepsANumberToItsLastDigit(String number) {
        Rule rule = Json.rule("{\"new\":" + number + "}");

        assertThat(new String(JsonCodec.standard().write(rule), UTF_8)).endsWith(",\"new\":" + number + "}");
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void usesTheLastValueOfADuplicateMember(String member) {
        String good = new String(Json.bytes(Json.sample().get(member)), UTF_8);

        Rule oddFirst = Json.rule("{\"" + member + "\":{},\"" + member + "\":" + good + "}");
        Rule oddLast = Json.rule("{\"" + member + "\":" + good + ",\"" + member + "\":{}}");
        Rule nullLast = Json.rule("{\"" + member + "\":{},\"" + member + "\":null}");

        assertThat(oddFirst).isEqualTo(Json.rule("{\"" + member + "\":" + good + "}"));
        assertThat(oddLast).isEqualTo(Json.rule("{\"" + member + "\":{}}"));
        assertThat(nullLast).isEqualTo(Json.rule("{}"));
    }

    @Test
    void readsMembersInAnyOrder() {
        Map<String, @Nullable Object> sample = Json.sample();
        Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
        sample.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(name -> reversed.put(name, sample.get(name)));

        assertThat(Json.rule(reversed)).isEqualTo(Json.rule(sample));
    }

    @Test
    void writesTheDocumentedMembersFirstAndInOneOrder() {
        Rule rule = Json.rule("{\"zeta\":1,\"url\":\"u\",\"alpha\":2,\"sid\":\"QY1\",\"active\":\"odd\"}");

        assertThat(Json.written(rule).keySet())
                .containsExactlyElementsOf(Stream.concat(MEMBERS.stream(), Stream.of("zeta", "alpha"))
                        .toList());
    }

    private static String withoutUnread(Rule rule) {
        return rule.spec().toString().replace(", unread=1", "");
    }

    private static Stream<Named<Object>> shape(String name, Object value, boolean odd) {
        return odd ? Stream.of(named(name, value)) : Stream.empty();
    }

    private static String threshold(String value) {
        return "{\"threshold_type\": \"Critical\", \"threshold_operator\": \"Greater Than\", \"threshold_value\": "
                + value + "}";
    }
}
