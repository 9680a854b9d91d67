package io.github.flexalerts.reactive.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.NotificationPolicy;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class CodecPropertyTest {
    private static final JsonCodec CODEC = JsonCodec.standard();
    private static final Instant EARLIEST = Instant.parse("-9999-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+99999-12-31T23:59:59.999999999Z");

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    void anyRuleIsEqualAfterWritingAndReading(@ForAll("rules") Rule rule) {
        assertThat(CODEC.read(CODEC.write(rule), Rule.class)).isEqualTo(rule);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    void anySpecIsEqualAfterWritingAndReading(@ForAll("specs") RuleSpec spec) {
        assertThat(CODEC.read(CODEC.write(spec), Rule.class).spec()).isEqualTo(spec);
        assertThat(Json.written(spec)).doesNotContainValue(null);
        assertThat(Json.SPEC_MEMBERS).containsAll(Json.written(spec).keySet());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    void anyObjectIsReadAndWrittenBackWhole(@ForAll("objects") Map<String, @Nullable Object> object) {
        assertThat(Json.written(Json.rule(object))).isEqualTo(Json.whole(object));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    void anyPageIsReadInOrder(
            @ForAll("pages") List<Map<String, @Nullable Object>> objects,
            @ForAll @IntRange(min = 1, max = 500) int chunk) {
        Page<Rule> page = Pages.read(Json.bytes(Map.of("rules", objects)), "rules", chunk);

        assertThat(page.items().stream().map(Json::written).toList())
                .isEqualTo(objects.stream().map(Json::whole).toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    void theFastPathAndTheParserAgree(@ForAll("objects") Map<String, @Nullable Object> object) {
        sameOfBoth(Json.bytes(object));
    }

    @Property
    void theFastPathAndTheParserAgreeOnADamagedRule(@ForAll int position, @ForAll byte damage) {
        byte[] rule = Json.fixture("rules.fetch/response.json");
        rule[Math.floorMod(position, rule.length)] = damage;

        sameOfBoth(rule);
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        refuseOrRead(bytes);
    }

    @Property
    void anyDamageToAPageIsReadOrRefused(@ForAll int position, @ForAll byte damage) {
        byte[] bytes = Json.fixture("rules.list/response.json");
        bytes[Math.floorMod(position, bytes.length)] = damage;

        refuseOrRead(bytes);
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Combinators.combine(
                        texts().injectNull(0.2).list().ofSize(4),
                        spec(),
                        instants().injectNull(0.3),
                        instants().injectNull(0.3),
                        strangers(),
                        odd())
                .as(CodecPropertyTest::rule);
    }

    @Provide
    Arbitrary<RuleSpec> specs() {
        Arbitrary<String> filled = texts().filter(text -> !text.isBlank());
        return Combinators.combine(
                        filled,
                        filled.list().ofMinSize(1).ofMaxSize(20),
                        thresholds().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(true, false),
                        texts().injectNull(0.3),
                        Arbitraries.longs().between(0, 900_000).injectNull(0.3))
                .as((name, sids, thresholds, active, severity, millis) -> RuleSpec.builder()
                        .friendlyName(name)
                        .metricId(MetricId.of(sids.get(0)))
                        .taskChannelSid(sids.get(0))
                        .taskQueueSids(sids)
                        .active(active)
                        .thresholds(thresholds)
                        .notifyEnabled(!active)
                        .notifySeverity(severity == null ? null : Severity.of(severity))
                        .notifyDuration(millis == null ? null : Duration.ofMillis(millis))
                        .notifyMethodsId(severity)
                        .build());
    }

    /** Objects with documented members and others, in shapes that fit and that do not. */
    @Provide
    Arbitrary<Map<String, @Nullable Object>> objects() {
        Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of(Json.RULE_MEMBERS), texts());
        Arbitrary<@Nullable Object> values = Arbitraries.oneOf(
                json(),
                texts().map(text -> text),
                instants().map(Instant::toString),
                texts().list().ofMaxSize(3).map(list -> list),
                rawThresholds().list().ofMaxSize(3).map(list -> list));
        return Arbitraries.maps(names, values).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Map<String, @Nullable Object>>> pages() {
        return objects().list().ofMaxSize(5);
    }

    private static void sameOfBoth(byte[] json) {
        Rule plain;
        try {
            plain = PlainRuleReaderTest.plain(json);
        } catch (NotPlain | RunDry odd) {
            return; // the parser has the only word
        }
        assertThat(plain).isEqualTo(PlainRuleReaderTest.parsed(json));
    }

    private static void refuseOrRead(byte[] bytes) {
        try {
            CODEC.write(CODEC.read(bytes, Rule.class));
        } catch (CodecException e) {
            assertThat(e).hasNoCause();
        }
        try {
            Pages.read(bytes).items().forEach(CODEC::write);
        } catch (CodecException e) {
            assertThat(e).hasNoCause();
        }
    }

    private static Rule rule(
            List<@Nullable String> texts,
            RuleSpec spec,
            @Nullable Instant created,
            @Nullable Instant updated,
            Map<String, @Nullable Object> strangers,
            Map<String, Object> odd) {
        Map<String, @Nullable Object> unread = new LinkedHashMap<>(strangers);
        keep(unread, odd, "sid", texts.get(0));
        keep(unread, odd, "account_sid", texts.get(1));
        keep(unread, odd, "instance_sid", texts.get(2));
        keep(unread, odd, "url", texts.get(3));
        keep(unread, odd, "date_created", created);
        keep(unread, odd, "date_updated", updated);
        return new Rule(texts.get(0), texts.get(1), texts.get(2), spec, created, updated, texts.get(3), unread);
    }

    private static Arbitrary<RuleSpec> spec() {
        Arbitrary<@Nullable Boolean> flags = Arbitraries.of(true, false).injectNull(0.3);
        return Combinators.combine(
                        texts().injectNull(0.2).list().ofSize(5),
                        texts().list().ofMaxSize(3).injectNull(0.3),
                        thresholds().list().ofMaxSize(3).injectNull(0.3),
                        flags,
                        flags,
                        Arbitraries.longs().map(Duration::ofMillis).injectNull(0.3),
                        odd())
                .as(CodecPropertyTest::spec);
    }

    private static RuleSpec spec(
            List<@Nullable String> texts,
            @Nullable List<String> queues,
            @Nullable List<Threshold> thresholds,
            @Nullable Boolean active,
            @Nullable Boolean notify,
            @Nullable Duration duration,
            Map<String, Object> odd) {
        Map<String, @Nullable Object> unread = new LinkedHashMap<>();
        keep(unread, odd, "rule_friendly_name", texts.get(0));
        keep(unread, odd, "metric_id", texts.get(1));
        keep(unread, odd, "task_channel_sid", texts.get(2));
        keep(unread, odd, "task_queue_sids", queues);
        keep(unread, odd, "active", active);
        keep(unread, odd, "rule_thresholds", thresholds);
        keep(unread, odd, "notify_enabled", notify);
        keep(unread, odd, "notify_severity", texts.get(3));
        keep(unread, odd, "notify_duration", duration);
        keep(unread, odd, "notify_methods_id", texts.get(4));
        String metric = texts.get(1);
        String severity = texts.get(3);
        return new RuleSpec(
                texts.get(0),
                metric == null ? null : MetricId.of(metric),
                texts.get(2),
                queues,
                active,
                thresholds,
                new NotificationPolicy(notify, severity == null ? null : Severity.of(severity), duration, texts.get(4)),
                unread);
    }

    /** What could not be read stands in place of a value, never beside one. */
    private static void keep(
            Map<String, @Nullable Object> unread, Map<String, Object> odd, String name, @Nullable Object value) {
        if (value == null && odd.containsKey(name)) {
            unread.put(name, odd.get(name));
        }
    }

    /** For some of the documented members a shape that none of them can be read from. */
    private static Arbitrary<Map<String, Object>> odd() {
        return Arbitraries.maps(Arbitraries.of(Json.RULE_MEMBERS), json().map(value -> {
            Map<String, @Nullable Object> shape = new LinkedHashMap<>();
            shape.put("odd", value);
            return shape;
        }));
    }

    /** Members that the reference does not name. */
    private static Arbitrary<Map<String, @Nullable Object>> strangers() {
        return Arbitraries.maps(
                        texts().filter(name -> !Json.RULE_MEMBERS.contains(name) && !name.startsWith("threshold_")),
                        json())
                .ofMaxSize(4);
    }

    private static Arbitrary<Threshold> thresholds() {
        return Combinators.combine(texts(), texts(), Arbitraries.longs(), strangers())
                .as((type, operator, value, unread) ->
                        new Threshold(Severity.of(type), ThresholdOperator.of(operator), value, unread));
    }

    private static Arbitrary<Map<String, @Nullable Object>> rawThresholds() {
        Arbitrary<Object> fitting = Arbitraries.oneOf(texts().map(text -> text), numbers());
        return Arbitraries.maps(
                Arbitraries.of("threshold_type", "threshold_operator", "threshold_value", "new"), fitting);
    }

    private static Arbitrary<@Nullable Object> json() {
        return Arbitraries.recursive(
                CodecPropertyTest::leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> list),
                        Arbitraries.maps(texts(), inner).ofMaxSize(3).map(map -> map)),
                0,
                3);
    }

    private static Arbitrary<@Nullable Object> leaves() {
        return Arbitraries.oneOf(
                        texts().map(text -> text),
                        numbers(),
                        Arbitraries.of(true, false).map(flag -> flag))
                .injectNull(0.1);
    }

    /** Numbers in the type that they are read in: the smallest whole one that holds them, or a decimal. */
    private static Arbitrary<Object> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(number -> number),
                Arbitraries.longs()
                        .filter(number -> number != number.intValue())
                        .map(number -> number),
                Arbitraries.longs()
                        .greaterOrEqual(1)
                        .map(number -> BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.valueOf(number))),
                Combinators.combine(Arbitraries.longs(), Arbitraries.of(-20, -1, 1, 2, 30))
                        .as(BigDecimal::valueOf));
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(EARLIEST.getEpochSecond(), LATEST.getEpochSecond()),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12);
    }
}
