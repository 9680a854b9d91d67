package io.github.flexalerts.benchmarks.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a run took place and with which versions. */
final class Machine {
    private static final String VERSIONS = "/io/github/flexalerts/benchmarks/versions.properties";
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe(LocalDate date) {
        String pinned = Core.pinned() ? "server on one core, client on another" : "processes not kept on cores";
        return """

                ## Machine and versions

                %s; %d cores (%s), %s; %s; Java %s; clients with `%s`.

                %s
                """.formatted(
                        date,
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        pinned,
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        String.join(" ", Run.CLIENT_JVM),
                        versions());
    }

    private static String processor() {
        if (!Files.isReadable(CPU)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String versions() {
        Properties versions = new Properties();
        try (InputStream file = Machine.class.getResourceAsStream(VERSIONS)) {
            if (file != null) {
                versions.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + " " + versions.getProperty(name))
                .collect(Collectors.joining(", ", "", "."));
    }
}
