package io.github.flexalerts.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.testkit.FakeFlex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeFlexExtension.class)
class FakeFlexParameterTest {

    @BeforeEach
    void seed(FakeFlex flex) {
        flex.seed(2);
    }

    @Test
    void handsTheServiceToTestsAndToWhatRunsBeforeThem(FakeFlex flex) {
        assertThat(flex.rules()).hasSize(2);
    }
}
