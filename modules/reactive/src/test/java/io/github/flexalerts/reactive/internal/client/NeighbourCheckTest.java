package io.github.flexalerts.reactive.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
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
    void reportsAnUnknownVersionWithoutAManifest() throws IOException {
        assertThat(problem()).contains("found an unknown version, needed 2.");
    }

    @Test
    void needsTheVersionThatTheBomManages() throws IOException {
        String needed = problem().replaceFirst("(?s).*needed (\\S+) or later.*", "$1");
        assertThat(Files.readString(Path.of("../../bom/pom.xml")))
                .containsSubsequence(
                        "<artifactId>jackson-annotations</artifactId>", "<version>" + needed + "</version>");
    }

    @Test
    void namesReactorNettyThatIsTooOld() throws IOException {
        Path jar = folder.resolve("reactor-netty-http-1.2.11.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("com/fasterxml/jackson/annotation/JsonSerializeAs.class"));
            out.putNextEntry(new ZipEntry("reactor/netty/http/client/HttpClient.class"));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(NeighbourCheck.problem(loader))
                    .startsWith("io.projectreactor.netty:reactor-netty-http on the class path is too old: "
                            + "found 1.2.11, needed 1.3 or later");
        }
    }

    private String problem() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return NeighbourCheck.problem(loader);
        }
    }
}
