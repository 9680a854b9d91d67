package io.github.flexalerts.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {

    @ParameterizedTest
    @CsvSource({
        "date_created, DATE_CREATED",
        "date_updated, DATE_UPDATED",
        "rule_friendly_name, FRIENDLY_NAME",
        "metric_id, METRIC_ID"
    })
    void readsTheFourFieldsOfTheReferenceBothWays(String name, Sort.Field field) {
        assertThat(Sort.parse(name)).isEqualTo(Sort.ascending(field));
        assertThat(Sort.parse("-" + name)).isEqualTo(Sort.descending(field));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Sort.Field field) {
        assertThat(Sort.parse(Sort.ascending(field).toString())).isEqualTo(Sort.ascending(field));
        assertThat(Sort.parse(Sort.descending(field).toString())).isEqualTo(Sort.descending(field));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "-", "--date_created", "+date_created", "DATE_CREATED", "date_created ", "sid"})
    void refusesEveryOtherFieldAndNamesTheFour(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sort.parse(text))
                .withMessageStartingWith("sort field must be one of "
                        + "date_created, date_updated, rule_friendly_name, metric_id, was ");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException().isThrownBy(() -> Sort.ascending(null)).withMessage("field");
    }
}
