package io.github.flexalerts.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.cli.io.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    @TempDir
    Path folder;

    private Document read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        return Document.read(file.toString(), InputStream.nullInputStream());
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.json | {"a": 1, "a": 2}             | line 1: a occurs twice
            a.json | {"rule": {"b": 1, "b": 2}}   | b occurs twice
            a.json | {"a": 1} {}                  | line 1: not valid JSON
            a.json | {"a": "\u00e9"}             | is not in UTF-8
            a.yaml | a: \u00e9                   | is not in UTF-8
            a.yaml | `? null : 1`                 | a member's name must be text
            a.yaml | `? [1] : 1`                  | a member's name must be text
            a.yaml | `a: {<<: {b: 1}}`            | line 1: merges (<<) are not supported
            a.yaml | [1]                          | is not an object
            """)
    void refusesWhatCanBeReadInTwoWays(String name, String text, String message) {
        assertThatThrownBy(() -> read(name, text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        for (String text : new String[] {"a: " + "[".repeat(3000), "- ".repeat(3000), "{\"a\":" + "[".repeat(3000)}) {
            assertThatThrownBy(() -> read("alert", text)).isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> YamlText.read("rules", "[".repeat(3000), 0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nested deeper than 100 levels");
    }

    @Test
    void takesTheNameOfTheFileForWhatItIs() throws IOException {
        assertThat(read("flow.yaml", "{rule: {active: true}}").member("rule")).isNotNull();
        assertThat(read("block.json", "rule: {a: 1}").member("rule")).isNotNull();
        assertThat(read("again.yaml", "a: &a {b: 1}\nc: *a").member("c")).isNotNull();
    }
}
