package io.github.flexalerts.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flexalerts.testkit.FakeFlex;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeFlexExtensionTest {

    private static final Set<String> BASE_URLS = new HashSet<>();

    @RegisterExtension
    static final FakeFlexExtension FLEX = FakeFlexExtension.create(builder -> builder.rules(3));

    @RepeatedTest(3)
    void startsOverForEachTestOnOnePort(FakeFlex flex) {
        BASE_URLS.add(flex.baseUrl());

        assertThat(flex).isSameAs(FLEX.service());
        assertThat(flex.rules()).hasSize(3);
        assertThat(BASE_URLS).hasSize(1);
        flex.clear();
    }

    @Nested
    class WithinAClass {

        @RegisterExtension
        final FakeFlexExtension own = FakeFlexExtension.create();

        @Test
        void servesAnotherOneFromAFieldOfTheInstance() {
            assertThat(own.service()).isNotSameAs(FLEX.service());
            assertThat(own.service().rules()).isEmpty();
        }
    }

    @Test
    void hasNoServiceBeforeTheTests() {
        assertThatIllegalStateException().isThrownBy(() -> new FakeFlexExtension().service());
    }
}
