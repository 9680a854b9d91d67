package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    @Test
    void isMadeCriticalOrWarningByName() {
        assertThat(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                .isEqualTo(new Threshold(Severity.CRITICAL, ThresholdOperator.GREATER_THAN, 5, Map.of()));
        assertThat(Threshold.warning(ThresholdOperator.LESSER_THAN, -1))
                .isEqualTo(new Threshold(Severity.WARNING, ThresholdOperator.LESSER_THAN, -1));
    }

    @Test
    void copiesWhatWasNotRead() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("threshold_unit", null);
        Threshold threshold = new Threshold(Severity.WARNING, ThresholdOperator.LESSER_THAN, 1, members);

        members.clear();

        assertThat(threshold.unread()).containsOnlyKeys("threshold_unit").containsEntry("threshold_unit", null);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> threshold.unread().clear());
    }

    @Test
    void countsUnreadMembersWithoutPrintingThem() {
        Threshold threshold =
                new Threshold(Severity.CRITICAL, ThresholdOperator.GREATER_THAN, 5, Map.of("owner", "Ada"));

        assertThat(threshold).hasToString("Threshold[Critical Greater Than 5, unread=1]");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Threshold.critical(null, 1))
                .withMessage("operator");
        assertThatNullPointerException()
                .isThrownBy(() -> new Threshold(null, ThresholdOperator.GREATER_THAN, 1))
                .withMessage("type");
    }
}
