package io.github.flexalerts.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPlanTest {
    private static final RuleSpec RULE = RuleSpec.builder()
            .friendlyName("waiting-too-long")
            .metricId(MetricId.WAITING_NOW)
            .taskChannelSid("voice")
            .taskQueueSids("Anna's queue")
            .active(true)
            .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
            .notifyEnabled(true)
            .build();
    private static final Destinations ANNA =
            Destinations.builder().subscriptions(Subscriptions.of("anna")).build();

    @Test
    void containsARuleAndItsDestinations() {
        AlertPlan plan = AlertPlan.of(RULE, ANNA);

        assertThat(plan.continuedTtid()).isNull();
        assertThat(plan.continuing("flex_1")).isEqualTo(new AlertPlan(RULE, ANNA, "flex_1"));
        assertThat(AlertPlan.of(RULE).destinations()).isNull();
    }

    @Test
    void acceptsAnExistingConfigurationInsteadOfDestinations() {
        RuleSpec referring = RULE.toBuilder().notifyMethodsId("flex_1").build();

        assertThat(AlertPlan.of(referring).rule()).isEqualTo(referring);
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> AlertPlan.of(referring, ANNA))
                .withMessage("notify_methods_id must not be set together with destinations");
    }

    @Test
    void refusesWhatLacksSomething() {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> AlertPlan.of(RULE).continuing("flex_1"))
                .withMessage("destinations are missing, which a continued plan has");
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> AlertPlan.of(RULE, new Destinations(null, null, null, Map.of())));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException().isThrownBy(() -> AlertPlan.of(null)).withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> AlertPlan.of(RULE, null))
                .withMessage("destinations");
        assertThatNullPointerException().isThrownBy(() -> new Alert(null, null)).withMessage("rule");
    }

    @Test
    void reportsNoNames() {
        assertThat(AlertPlan.of(RULE, ANNA).continuing("flex_1"))
                .asString()
                .contains("Waiting (Now)", "flex_1", "users=1")
                .doesNotContain("waiting-too-long", "voice", "queue", "anna");
    }
}
