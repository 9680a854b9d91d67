package io.github.flexalerts.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @ParameterizedTest(name = "\"{0}\"")
    @NullSource
    @ValueSource(strings = {"", " ", "\n"})
    void isTheLastWithoutALink(@Nullable String link) {
        assertThat(new Page<>(List.of("x"), linkingTo(link)).isLast()).isTrue();
    }

    @Test
    void isNotTheLastForBeingEmpty() {
        assertThat(new Page<>(List.of(), linkingTo("/next")).isLast()).isFalse();
    }

    @Test
    void isTheLastWithoutMeta() {
        assertThat(new Page<>(List.of("x"), PageMeta.NONE).isLast()).isTrue();
    }

    @Test
    void copiesItsItems() {
        List<String> items = new ArrayList<>(List.of("x"));
        Page<String> page = new Page<>(items, PageMeta.NONE);

        items.clear();

        assertThat(page.items()).containsExactly("x");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesToHaveNoMeta() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Page<>(List.of(), null))
                .withMessage("meta");
    }

    private static PageMeta linkingTo(@Nullable String next) {
        return new PageMeta("rules", 0, 50, null, null, null, next);
    }
}
