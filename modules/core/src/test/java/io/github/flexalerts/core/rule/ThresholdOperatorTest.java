package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ThresholdOperatorTest {

    @Test
    void spellsTheTwoDocumentedValuesAsTheReferenceDoes() {
        assertThat(ThresholdOperator.GREATER_THAN).hasToString("Greater Than");
        assertThat(ThresholdOperator.LESSER_THAN).hasToString("Lesser Than");
    }

    @Test
    void equalsOnlyTheConstantOfTheSameText() {
        assertThat(ThresholdOperator.of("Greater Than")).isEqualTo(ThresholdOperator.GREATER_THAN);
        assertThat(ThresholdOperator.of("greater than")).isNotEqualTo(ThresholdOperator.GREATER_THAN);
    }

    @Test
    void takesAValueThatIsNotDocumented() {
        assertThat(ThresholdOperator.of("Equal To").value()).isEqualTo("Equal To");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> ThresholdOperator.of(null))
                .withMessage("value");
    }
}
