package io.github.flexalerts.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void leavesNothingThatMovesTheCursorOrTurnsTheWriting() {
        assertThat(Text.printable("a\u001B[2Jb\nc\u202Ed\u2028e\tf"))
                .isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(Text.printable("\u00E9\u4E2D\uD83D\uDE00")).isEqualTo("\u00E9\u4E2D\uD83D\uDE00");
    }

    @Test
    void countsColumnsAsATerminalDoes() {
        assertThat(Text.width("abc")).isEqualTo(3);
        assertThat(Text.width("e\u0301")).isEqualTo(1);
        assertThat(Text.width("\u4E2D\uAC00\uD83D\uDE00\uFF21")).isEqualTo(8);
    }

    @Test
    void cutsWithoutSplittingACharacter() {
        assertThat(Text.fit("abcdef", 4)).isEqualTo("abc\u2026");
        assertThat(Text.fit("\u4E2D\u4E2D\u4E2D", 4)).isEqualTo("\u4E2D\u2026");
        assertThat(Text.column("\u4E2D\u4E2D\u4E2D", 4)).isEqualTo("\u4E2D\u2026 ");
        assertThat(Text.head("\uD83D\uDE00\uD83D\uDE00", 3)).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void takesTheWidthFromTheEnvironmentFirst() {
        assertThat(new SystemTerminal(Map.of("COLUMNS", "57")).columns()).isEqualTo(57);
        assertThat(new SystemTerminal(Map.of("COLUMNS", "wide")).columns()).isPositive();
        assertThat(new SystemTerminal(Map.of()).columns()).isPositive();
    }
}
