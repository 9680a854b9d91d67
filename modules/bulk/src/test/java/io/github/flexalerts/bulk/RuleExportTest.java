package io.github.flexalerts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.testkit.StatusFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleExportTest {
    @TempDir
    Path folder;

    @Test
    void writesHeaderConfigurationsReferencesRulesAndFooter() throws IOException {
        try (Flex flex = Flex.withRules(4)) {
            Path path = folder.resolve("rules.ndjson");
            try (ExportFile file = flex.export(path, true)) {
                List<String> lines = Files.readAllLines(path);
                assertThat(lines.get(0))
                        .startsWith(
                                "{\"type\":\"header\",\"format\":\"flex-alerts-export\",\"version\":1,\"instance_sid\":\""
                                        + flex.service.instanceSid() + "\",\"exported_at\":\"")
                        .endsWith("\"filter\":null,\"destinations\":true}");
                assertThat(lines.stream().map(RuleExportTest::type))
                        .containsExactly(
                                "header",
                                "notification_configuration",
                                "notification_configuration",
                                "queue",
                                "queue",
                                "channel",
                                "rule",
                                "rule",
                                "rule",
                                "rule",
                                "footer");
                assertThat(lines.get(10)).contains("\"rules\":4,").contains("\"sha256\":\"" + file.sha256());
                assertThat(file.rule(2).spec().friendlyName()).isEqualTo("rule-3");
                assertThat(file.hasDestinations()).isTrue();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
    }

    private static String type(String line) {
        return line.substring(9, line.indexOf('"', 9));
    }

    @Test
    void keepsUnknownMembersOfRules() throws IOException {
        try (Flex flex = Flex.start()) {
            flex.service.addJson(
                    "{\"rule_friendly_name\":\"odd\",\"future\":{\"a\":[1.50,null]},\"rule_thresholds\":\"x\"}");
            flex.export(folder.resolve("f"), false).close();
            assertThat(Files.readString(folder.resolve("f")))
                    .contains("\"future\":{\"a\":[1.50,null]}")
                    .contains("\"rule_thresholds\":\"x\"");
        }
    }

    @Test
    void exportsNoDestinationsUnlessAsked() throws IOException {
        try (Flex flex = Flex.withRules(3)) {
            flex.export(folder.resolve("f"), false).close();
            assertThat(Files.readString(folder.resolve("f"))).doesNotContain("@example.com");
        }
    }

    @Test
    void recordsItsFilter() {
        try (Flex flex = Flex.withRules(3)) {
            Path path = folder.resolve("f");
            RuleQuery active = RuleQuery.builder().active(true).build();
            RuleExport.of(flex.client).query(active).writeTo(path).block(Flex.LIMIT);
            try (ExportFile file = ExportFile.open(path)) {
                assertThat(file.filter().active()).isTrue();
                assertThat(file.size()).isEqualTo(3);
            }
        }
    }

    @Test
    void writesToAStreamOnlyWhenAllRulesWereRead() {
        try (Flex flex = Flex.withRules(3)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            flex.service.inject(StatusFaults.status(400).on("rules.list"));
            assertThatThrownBy(() -> RuleExport.of(flex.client).writeTo(out).block(Flex.LIMIT))
                    .hasMessageContaining("400");
            assertThat(out.size()).isZero();
            flex.service.clearFaults();
            RuleExport.of(flex.client).writeTo(out).block(Flex.LIMIT);
            assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
        }
    }

    @Test
    void keepsTheFormerFileIfTheListingFails() throws IOException {
        try (Flex flex = Flex.withRules(3)) {
            Path path = Files.writeString(folder.resolve("f"), "former");
            flex.service.inject(StatusFaults.status(400).on("rules.list"));
            assertThatThrownBy(() -> flex.export(path, false)).hasMessageContaining("400");
            assertThat(Files.readString(path)).isEqualTo("former");
            assertThat(folder.toFile().list()).hasSize(1);
        }
    }

    @Test
    void warnsOfNamesThatCannotBeRead() {
        try (Flex flex = Flex.withRules(3)) {
            flex.service.inject(StatusFaults.status(403).on("queues.list"));
            ExportSummary summary =
                    RuleExport.of(flex.client).writeTo(folder.resolve("f")).block(Flex.LIMIT);
            assertThat(summary.warnings())
                    .singleElement()
                    .asString()
                    .contains("the names of 2 queues could not be read");
            assertThat(summary.rules()).isEqualTo(3);
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("without a footer", "(?s)\\{\"type\":\"footer.*", "", "no footer"),
                Arguments.of(
                        "with a wrong count", "\"rules\":3", "\"rules\":4", "counts 4 rule lines, and the file has 3"),
                Arguments.of("with a changed rule", "rule-1", "rule-9", "SHA-256"),
                Arguments.of("of another format", "flex-alerts-export", "other", "not of format flex-alerts-export"),
                Arguments.of("of a newer version", "\"version\":1", "\"version\":2", "has version 2"),
                Arguments.of("without a header", "(?s)^[^\n]*\n", "", "does not start with a header"),
                Arguments.of("with an unknown line", "\"type\":\"rule\"", "\"type\":\"rool\"", "unknown type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void refusesADamagedFile(String what, String pattern, String replacement, String reason) throws IOException {
        try (Flex flex = Flex.withRules(3)) {
            Path path = folder.resolve("f");
            flex.export(path, false).close();
            Files.writeString(path, Files.readString(path).replaceFirst(pattern, replacement));
            assertThatThrownBy(() -> ExportFile.open(path))
                    .isInstanceOf(ExportFileException.class)
                    .hasMessageContaining(reason);
        }
    }
}
