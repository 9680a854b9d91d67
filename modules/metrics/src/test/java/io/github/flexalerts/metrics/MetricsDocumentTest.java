package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.metrics.internal.SeriesBound;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/metrics.md} against the documentation enums, and those against what a registry holds. */
class MetricsDocumentTest {
    private static final Path DOCS = Path.of("..", "..", "docs", "metrics.md");

    @Test
    void listsMetersAndTags() throws IOException {
        String document = Files.readString(DOCS);
        String written = section(section(document, "meters", MeterTable.meters()), "tags", MeterTable.tags());
        if (Boolean.getBoolean("metrics.write")) {
            Files.writeString(DOCS, written);
        }
        assertThat(document)
                .as("docs/metrics.md is not what the enums say; write it anew with -Dmetrics.write=true")
                .isEqualTo(written);
        assertThat(document).contains("at most " + SeriesBound.MOST + " ");
    }

    @Test
    void documentsTheMetersOfARegistry() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Service service = new Service();
                FlexAlertsClient client = service.client(
                        FlexAlertsMetrics.builder().meters(registry).build())) {
            service.befall("status@1=503");
            Service.run(client.rules().fetch(service.sid()));
            service.befall("status=503");
            Service.run(client.rules().fetch(service.sid()));
            Set<String> held = registry.getMeters().stream()
                    .map(meter -> line(
                            meter.getId().getName(),
                            meter.getId().getType(),
                            meter.getId().getBaseUnit(),
                            meter.getId().getTags().stream().map(Tag::getKey).toList(),
                            meter.getId().getDescription()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(held)
                    .containsExactlyElementsOf(Stream.of(FlexAlertsMeterDocumentation.values())
                            .map(meter -> line(
                                    meter.getName(),
                                    meter.getType(),
                                    meter.getBaseUnit(),
                                    MeterTable.keyNames(meter),
                                    meter.description()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String line(String name, Meter.Type type, String unit, List<String> tags, String description) {
        return name + " " + type + " " + unit + " " + new TreeSet<>(tags) + " " + description;
    }

    private static String section(String document, String name, String table) {
        String begin = "<!-- " + name + " -->\n";
        int start = document.indexOf(begin) + begin.length();
        return document.substring(0, start) + table + document.substring(document.indexOf("<!-- end of " + name));
    }
}
