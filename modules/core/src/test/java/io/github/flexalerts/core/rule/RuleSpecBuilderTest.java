package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Named.named;

import io.github.flexalerts.core.error.InvalidSpecException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSpecBuilderTest {

    @Test
    void namesEveryMissingFieldAtOnce() {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> RuleSpec.builder().build())
                .withMessage("rule_friendly_name is missing; metric_id is missing; task_channel_sid is missing; "
                        + "task_queue_sids is missing; active is missing; rule_thresholds is missing; "
                        + "notify_enabled is missing");
    }

    @Test
    void namesWhatIsMissingAndWhatIsOutOfRangeTogether() {
        RuleSpecBuilder builder = RuleSpec.builder()
                .friendlyName(" ")
                .taskQueueSids()
                .thresholds()
                .notifyDuration(Duration.ofMinutes(16))
                .notifyEnabled(true);

        assertThat(problems(builder))
                .containsExactly(
                        "metric_id is missing",
                        "task_channel_sid is missing",
                        "active is missing",
                        "rule_friendly_name must not be blank",
                        "task_queue_sids must contain 1 to 20 SIDs, had 0",
                        "rule_thresholds must contain at least one threshold",
                        "notify_duration must be between 0 and 900000 ms, was PT16M");
    }

    @Test
    void buildsWhatWasSetAndLeavesTheOptionalFieldsUnset() {
        RuleSpec spec = Specs.required().build();

        assertThat(spec.friendlyName()).isEqualTo(Specs.NAME);
        assertThat(spec.metricId()).isEqualTo(MetricId.WAITING_NOW);
        assertThat(spec.taskChannelSid()).isEqualTo("TC00000000000000000000000000000001");
        assertThat(spec.taskQueueSids()).containsExactly("WQ00000000000000000000000000000001");
        assertThat(spec.active()).isTrue();
        assertThat(spec.thresholds()).containsExactly(Threshold.critical(ThresholdOperator.GREATER_THAN, 5));
        assertThat(spec.notification()).isEqualTo(new NotificationPolicy(false, null, null, null));
        assertThat(spec.unread()).isEmpty();
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                problem("a blank name", b -> b.friendlyName("\t"), "rule_friendly_name must not be blank"),
                problem("a blank metric", b -> b.metricId(MetricId.of("")), "metric_id must not be blank"),
                problem("a blank channel", b -> b.taskChannelSid(" "), "task_channel_sid must not be blank"),
                problem("no queue", b -> b.taskQueueSids(), "task_queue_sids must contain 1 to 20 SIDs, had 0"),
                problem(
                        "21 queues",
                        b -> b.taskQueueSids(queues(21)),
                        "task_queue_sids must contain 1 to 20 SIDs, had 21"),
                problem(
                        "a blank queue",
                        b -> b.taskQueueSids("WQ1", ""),
                        "task_queue_sids must not contain a blank SID"),
                problem("no threshold", b -> b.thresholds(), "rule_thresholds must contain at least one threshold"),
                problem(
                        "a negative duration",
                        b -> b.notifyDuration(Duration.ofMillis(-1)),
                        "notify_duration must be between 0 and 900000 ms, was PT-0.001S"),
                problem(
                        "a duration over 15 minutes",
                        b -> b.notifyDuration(Duration.ofMinutes(15).plusNanos(1)),
                        "notify_duration must be between 0 and 900000 ms, was PT15M0.000000001S"),
                problem(
                        "a duration longer than milliseconds can tell",
                        b -> b.notifyDuration(Duration.ofSeconds(Long.MAX_VALUE)),
                        "notify_duration must be between 0 and 900000 ms, was PT2562047788015215H30M7S"),
                problem(
                        "a part of a millisecond",
                        b -> b.notifyDuration(Duration.ofNanos(1_500_000)),
                        "notify_duration must be whole milliseconds, was PT0.0015S"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(UnaryOperator<RuleSpecBuilder> change, String problem) {
        assertThat(problems(change.apply(Specs.required()))).containsExactly(problem);
    }

    static Stream<Named<UnaryOperator<RuleSpecBuilder>>> edges() {
        return Stream.of(
                named("20 queues", b -> b.taskQueueSids(queues(20))),
                named("a duration of 0", b -> b.notifyDuration(Duration.ZERO)),
                named("a duration of 15 minutes", b -> b.notifyDuration(Duration.ofMinutes(15))),
                named("any threshold value", b -> b.thresholds(Threshold.warning(ThresholdOperator.of("?"), -1))),
                named("a metric of tomorrow", b -> b.metricId(MetricId.of("Tomorrow (Now)"))),
                named("a channel that is no SID, as in the reference", b -> b.taskChannelSid("string")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edges")
    void takesWhatIsJustInRange(UnaryOperator<RuleSpecBuilder> change) {
        assertThat(change.apply(Specs.required()).build()).isNotNull();
    }

    @Test
    void acceptsAnUnchangedOutOfRangeValueOfTheService() {
        RuleSpec answered = Specs.outOfRange();

        RuleSpec changed = answered.toBuilder().active(false).build();

        assertThat(changed.active()).isFalse();
        assertThat(changed.toBuilder().active(true).build()).isEqualTo(answered);
    }

    @Test
    void checksWhatIsSetAnewOnARuleThatExists() {
        assertThat(problems(Specs.outOfRange().toBuilder()
                        .taskQueueSids("")
                        .notifyDuration(Duration.ofHours(2))
                        .friendlyName(" ")))
                .containsExactly(
                        "rule_friendly_name must not be blank",
                        "task_queue_sids must not contain a blank SID",
                        "notify_duration must be between 0 and 900000 ms, was PT2H");
    }

    @Test
    void doesNotExcuseValuesThatWereTakenFromAnotherSpec() {
        assertThat(problems(RuleSpec.builder().from(Specs.outOfRange()))).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule_thresholds", "notify_severity", "notify_methods_id"})
    void isBlockedByWhatCouldNotBeRead(String name) {
        assertThat(problems(Specs.unread(name, 5).toBuilder()))
                .containsExactly(name + " has another shape than the reference documents");
    }

    static Stream<Arguments> settersByName() {
        return Stream.of(
                setter("rule_friendly_name", b -> b.friendlyName("x")),
                setter("metric_id", b -> b.metricId(MetricId.ACTIVE_NOW)),
                setter("task_channel_sid", b -> b.taskChannelSid("TC1")),
                setter("task_queue_sids", b -> b.taskQueueSids("WQ1")),
                setter("active", b -> b.active(false)),
                setter("rule_thresholds", b -> b.thresholds(Threshold.warning(ThresholdOperator.LESSER_THAN, 1))),
                setter("notify_enabled", b -> b.notifyEnabled(true)),
                setter("notify_severity", b -> b.notifySeverity(Severity.WARNING)),
                setter("notify_duration", b -> b.notifyDuration(Duration.ofMillis(5))),
                setter("notify_methods_id", b -> b.notifyMethodsId("x")),
                setter("notify_severity", b -> b.notifySeverity(null)),
                setter("notify_duration", b -> b.notifyDuration(null)),
                setter("notify_methods_id", b -> b.notifyMethodsId(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settersByName")
    void buildsAgainOnceTheUnreadFieldIsSetAnew(String name, UnaryOperator<RuleSpecBuilder> setter) {
        RuleSpecBuilder builder = Specs.unread(name, 5).toBuilder();

        assertThat(setter.apply(builder).build().unread()).isEmpty();
    }

    @Test
    void copiesASpecWhole() {
        RuleSpec spec = Specs.required()
                .notifySeverity(Severity.CRITICAL)
                .notifyDuration(Duration.ofMinutes(1))
                .notifyMethodsId("flex_notificationconfiguration_1")
                .build();

        assertThat(spec.toBuilder().build()).isEqualTo(spec);
        assertThat(RuleSpec.builder().from(spec).build()).isEqualTo(spec);
    }

    @Test
    void replacesEarlierValuesWithThoseOfASpec() {
        RuleSpec plain = Specs.required().build();
        RuleSpecBuilder builder =
                Specs.unread("rule_thresholds", "?").toBuilder().notifySeverity(Severity.WARNING);

        assertThat(builder.from(plain).build()).isEqualTo(plain);
    }

    @Test
    void isNotChangedThroughWhatItBuilt() {
        RuleSpecBuilder builder = Specs.required();
        RuleSpec before = builder.build();

        builder.active(false).build();

        assertThat(before.active()).isTrue();
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                nullOf("friendlyName", b -> b.friendlyName(unset())),
                nullOf("metricId", b -> b.metricId(unset())),
                nullOf("taskChannelSid", b -> b.taskChannelSid(unset())),
                nullOf("taskQueueSids", b -> b.taskQueueSids(RuleSpecBuilderTest.<List<String>>unset())),
                nullOf("thresholds", b -> b.thresholds(RuleSpecBuilderTest.<List<Threshold>>unset())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nulls")
    void refusesNullByName(String name, UnaryOperator<RuleSpecBuilder> setter) {
        assertThatNullPointerException()
                .isThrownBy(() -> setter.apply(RuleSpec.builder()))
                .withMessage(name);
    }

    @Test
    void neverQuotesAValueOfThePersonalKind() {
        RuleSpecBuilder builder = Specs.unread("rule_friendly_name", List.of("Ada Lovelace")).toBuilder();

        assertThat(problems(builder)).noneMatch(problem -> problem.contains("Ada"));
    }

    private static List<String> problems(RuleSpecBuilder builder) {
        try {
            builder.build();
            return List.of();
        } catch (InvalidSpecException e) {
            assertThat(e).hasMessage(String.join("; ", e.problems()));
            return e.problems();
        }
    }

    private static List<String> queues(int count) {
        return Collections.nCopies(count, "WQ00000000000000000000000000000001");
    }

    private static Arguments problem(String name, UnaryOperator<RuleSpecBuilder> change, String problem) {
        return Arguments.of(named(name, change), problem);
    }

    private static Arguments setter(String name, UnaryOperator<RuleSpecBuilder> setter) {
        return Arguments.of(name, setter);
    }

    private static Arguments nullOf(String name, UnaryOperator<RuleSpecBuilder> setter) {
        return Arguments.of(name, setter);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unset() {
        @Nullable T nothing = null;
        return nothing;
    }
}
