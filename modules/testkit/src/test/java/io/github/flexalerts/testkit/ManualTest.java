package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.testkit.internal.http.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code docs/testkit.md} against the code. */
class ManualTest {

    private static String manual() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "testkit.md"));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void namesEveryOperation(Operation operation) throws Exception {
        assertThat(manual()).contains("`" + operation.id() + "`");
    }

    @Test
    void describesEveryFaultAsTheCatalogueDoes() throws Exception {
        assertThat(manual().lines().filter(line -> line.matches("\\| `[a-z0-9-]+(\\[?=.*)?` \\|.*")))
                .containsExactlyElementsOf(
                        Fault.catalogue().stream().map(ManualTest::line).toList());
    }

    private static String line(FaultDescription fault) {
        return "| `" + fault.usage().replace("|", "\\|") + "` | "
                + fault.description().replace("|", "\\|") + " |";
    }

    @Test
    void showsSelectionsThatAreOnes() throws Exception {
        String block = manual().split("```", -1)[1];

        assertThat(block.lines().filter(line -> !line.isBlank()))
                .hasSize(5)
                .allSatisfy(line -> assertThat(Fault.parse(line)).hasToString(line));
    }
}
