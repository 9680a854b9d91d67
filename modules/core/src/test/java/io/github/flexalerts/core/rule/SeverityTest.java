package io.github.flexalerts.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class SeverityTest {

    @Test
    void spellsTheTwoDocumentedValuesAsTheReferenceDoes() {
        assertThat(Severity.CRITICAL).hasToString("Critical");
        assertThat(Severity.WARNING).hasToString("Warning");
    }

    @Test
    void equalsOnlyTheConstantOfTheSameText() {
        assertThat(Severity.of("Critical")).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.of("critical")).isNotEqualTo(Severity.CRITICAL);
    }

    @Test
    void takesAValueThatIsNotDocumented() {
        assertThat(Severity.of("Grave").value()).isEqualTo("Grave");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException().isThrownBy(() -> Severity.of(null)).withMessage("value");
    }
}
