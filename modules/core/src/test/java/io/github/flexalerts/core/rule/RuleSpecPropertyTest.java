package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

class RuleSpecPropertyTest {
    private static final JsonMapper FOREIGN = JsonMapper.builder().build();

    @Property
    void isEqualAfterItsBuilderRebuiltIt(@ForAll("specs") RuleSpec spec) {
        assertThat(spec.toBuilder().build()).isEqualTo(spec).hasSameHashCodeAs(spec);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isEqualAfterAnotherMapperWroteAndReadIt(@ForAll("specs") RuleSpec spec) {
        assertThat(FOREIGN.readValue(FOREIGN.writeValueAsBytes(spec), RuleSpec.class))
                .isEqualTo(spec);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void printsItsFieldsExceptTheName(@ForAll("specs") RuleSpec spec) {
        assertThat(spec.toString()).doesNotContain("friendlyName").contains("metricId=" + spec.metricId());
    }

    @Provide
    Arbitrary<RuleSpec> specs() {
        return Combinators.combine(
                        texts(),
                        texts().map(MetricId::of),
                        texts().list().ofMinSize(1).ofMaxSize(20),
                        Arbitraries.of(true, false),
                        thresholds().list().ofMinSize(1).ofMaxSize(4),
                        notifications())
                .as(RuleSpecPropertyTest::spec);
    }

    private static RuleSpec spec(
            String name,
            MetricId metric,
            List<String> sids,
            boolean active,
            List<Threshold> thresholds,
            NotificationPolicy notification) {
        return RuleSpec.builder()
                .friendlyName(name)
                .metricId(metric)
                .taskChannelSid(sids.get(0))
                .taskQueueSids(sids)
                .active(active)
                .thresholds(thresholds)
                .notifyEnabled(!active)
                .notifySeverity(notification.severity())
                .notifyDuration(notification.duration())
                .notifyMethodsId(notification.methodsId())
                .build();
    }

    private static Arbitrary<NotificationPolicy> notifications() {
        return Combinators.combine(
                        texts().map(Severity::of).injectNull(0.3),
                        Arbitraries.longs()
                                .between(0, Duration.ofMinutes(15).toMillis())
                                .map(Duration::ofMillis)
                                .injectNull(0.3),
                        texts().injectNull(0.3))
                .as((severity, duration, id) -> new NotificationPolicy(null, severity, duration, id));
    }

    private static Arbitrary<Threshold> thresholds() {
        return Combinators.combine(texts().map(Severity::of), texts().map(ThresholdOperator::of), Arbitraries.longs())
                .as(Threshold::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(40).filter(text -> !text.isBlank());
    }
}
