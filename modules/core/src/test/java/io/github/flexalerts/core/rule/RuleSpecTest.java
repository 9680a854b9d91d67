package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.error.InvalidSpecException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleSpecTest {

    @Test
    void printsNeitherTheFriendlyNameNorUnreadMembers() {
        RuleSpec spec = Specs.unread("rule_thresholds", "call Ada on 555-0100");

        assertThat(spec.toString())
                .contains("metricId=Waiting (Now)", "taskChannelSid=TC0", "active=true", "unread=1")
                .doesNotContain(Specs.NAME, "Ada", "555");
    }

    @Test
    void isCompleteWithTheSevenRequiredFields() {
        RuleSpec spec = Specs.required().build();

        assertThat(spec.requireComplete()).isSameAs(spec);
    }

    @Test
    void acceptsAnOutOfRangeValueThatTheServiceReturned() {
        RuleSpec spec = Specs.outOfRange();

        assertThat(spec.requireComplete()).isSameAs(spec);
    }

    @Test
    void namesAllThatKeepsItFromBeingSent() {
        Map<String, @Nullable Object> unread = new LinkedHashMap<>();
        unread.put("active", "yes");
        unread.put("notify_severity", 3);
        RuleSpec spec = new RuleSpec(Specs.NAME, null, "TC1", null, null, null, NotificationPolicy.UNSAID, unread);

        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(spec::requireComplete)
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(
                                "metric_id is missing",
                                "task_queue_sids is missing",
                                "rule_thresholds is missing",
                                "notify_enabled is missing",
                                "active has another shape than the reference documents",
                                "notify_severity has another shape than the reference documents"));
    }

    @Test
    void takesNullForWhatIsAbsent() {
        @SuppressWarnings("NullAway")
        RuleSpec spec = new RuleSpec(null, null, null, null, null, null, null, null);

        assertThat(spec).isEqualTo(RuleSpecBuilder.NOTHING);
    }

    @Test
    void copiesItsLists() {
        List<String> queues = new ArrayList<>(List.of("WQ1"));
        List<Threshold> thresholds = new ArrayList<>(List.of(Threshold.warning(ThresholdOperator.GREATER_THAN, 1)));
        RuleSpec spec = Specs.required()
                .taskQueueSids(queues)
                .thresholds(thresholds)
                .notifyDuration(Duration.ZERO)
                .build();

        queues.clear();
        thresholds.clear();

        assertThat(spec.taskQueueSids()).containsExactly("WQ1");
        assertThat(spec.thresholds()).hasSize(1);
    }

    @Test
    void keepsTheOrderAndTheNullsOfWhatWasNotRead() {
        Map<String, @Nullable Object> unread = new LinkedHashMap<>();
        unread.put("rule_thresholds", null);
        unread.put("active", 1);
        RuleSpec spec = new RuleSpec(null, null, null, null, null, null, NotificationPolicy.UNSAID, unread);

        assertThat(spec.unread().keySet()).containsExactly("rule_thresholds", "active");
        assertThat(spec.unread()).containsEntry("rule_thresholds", null);
    }

    @Test
    void keepsWhatWasNotReadFromBeingChangedInDepth() {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(null);
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        nested.put("list", list);
        RuleSpec spec = Specs.unread("rule_thresholds", nested);

        list.add("later");
        nested.put("later", 1);

        assertThat(spec.unread()).hasToString("{rule_thresholds={list=[null]}}");
    }
}
