package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourCheckTest {
    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithOurOwnClassPath() {
        assertThat(NeighbourCheck.problem(getClass().getClassLoader())).isNull();
        NeighbourCheck.check();
    }

    @Test
    void namesTheArtifactTheVersionFoundAndTheVersionNeeded() throws IOException {
        Path properties =
                folder.resolve("META-INF/maven/com.fasterxml.jackson.core/jackson-annotations/pom.properties");
        Files.createDirectories(properties.getParent());
        Files.writeString(properties, "version=2.18.6\n");
        assertThat(problem())
                .contains("com.fasterxml.jackson.core:jackson-annotations", "found 2.18.6, needed 2.")
                .doesNotContain("${");
    }

    @Test
    void saysThatTheVersionIsUnknownIfTheJarDoesNotTell() throws IOException {
        assertThat(problem()).contains("found an unknown version, needed 2.");
    }

    @Test
    void needsTheVersionThatTheBomManages() throws IOException {
        String needed = problem().replaceFirst("(?s).*needed (\\S+) or later.*", "$1");
        assertThat(Files.readString(Path.of("../../bom/pom.xml")))
                .containsSubsequence(
                        "<artifactId>jackson-annotations</artifactId>", "<version>" + needed + "</version>");
    }

    private String problem() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return NeighbourCheck.problem(loader);
        }
    }
}
