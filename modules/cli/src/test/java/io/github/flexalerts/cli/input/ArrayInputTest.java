package io.github.flexalerts.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON arrays as input: what the command writes it also reads. */
class ArrayInputTest {
    private final FakeFlex flex = FakeFlex.builder().unlimitedRules().rules(12).start();
    private final Shell shell = Shell.of(flex);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        flex.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "yaml", "csv"})
    void readsWhatTheListWrites(String form) {
        String listed = shell.run("rules", "list", "--output", form).out();
        Shell.Result result = shell.type(listed).run("rules", "create", "--file", "-");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(flex.rules()).hasSize(24);
        assertThat(documented(12)).isEqualTo(documented(0));
    }

    /** What the input says of twelve rules, without what the service adds. */
    private List<Map<String, Object>> documented(int skipped) {
        return flex.rules().stream()
                .skip(skipped)
                .limit(12)
                .map(rule -> {
                    Map<String, Object> members = new TreeMap<>(rule);
                    members.keySet().removeAll(Set.of("sid", "date_created", "date_updated", "url"));
                    return members;
                })
                .sorted(Comparator.comparing(rule -> String.valueOf(rule.get("rule_friendly_name"))))
                .toList();
    }

    @Test
    void readsAnArrayFromAFileOnOneLineOrMore() throws Exception {
        String rule = Samples.line("a").strip();
        Path file = folder.resolve("rules.json");
        for (String array : new String[] {"[" + rule + "," + rule + "]", "[\n" + rule + ",\n" + rule + "\n]\n"}) {
            Files.writeString(file, array);
            assertThat(shell.run("rules", "create", "--file", file.toString()).exitCode())
                    .isZero();
        }
        assertThat(flex.rules()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": }", "{\"rule_friendly_name\": \"x\"", "nul"})
    void reportsTheBrokenElementAndSendsNothing(String third) {
        String rule = Samples.line("a").strip();
        Shell.Result result = shell.type("[" + rule + ",\n" + rule + ",\n" + third + ",\n" + rule + "]")
                .run("rules", "create", "--file", "-");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("element 3", "nothing was sent");
        assertThat(flex.requests()).isEmpty();
    }

    @Test
    void reportsAnUnfinishedArray() {
        Shell.Result result = shell.type("[" + Samples.line("a").strip() + ",").run("rules", "create", "--file", "-");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nothing was sent");
        assertThat(flex.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void refusesADuplicateMember(String form) {
        String rule = Samples.line("a").strip();
        String twice = rule.substring(0, rule.length() - 1) + ", \"active\": true, \"active\": false}";
        Shell.Result result = shell.type(String.format(form, twice)).run("rules", "create", "--file", "-");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(" occurs twice");
        assertThat(flex.requests()).isEmpty();
    }

    @Test
    void readsALongArrayOnOneLine() {
        String rule = Samples.line("a").strip();
        String array = "[" + String.join(",", Collections.nCopies(5000, rule)) + "]";
        assertThat(array.length()).isGreaterThan(Lines.LONGEST);
        Shell.Result result = shell.type(array).run("rules", "create", "--file", "-");
        assertThat(result.exitCode()).isZero();
        assertThat(flex.rules()).hasSize(5012);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsCopyToItsOwner() throws Exception {
        byte[] array = ("[" + Samples.line("a").strip() + "]").getBytes(StandardCharsets.UTF_8);
        try (ArrayReader reader = new ArrayReader("stdin", new ByteArrayInputStream(array))) {
            assertThat(Files.getPosixFilePermissions(reader.copy()))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void updatesARuleFromAnArrayOfOne() {
        String sid = String.valueOf(flex.rules().get(0).get("sid"));
        String array = "[" + Samples.line("renamed").strip() + "]";
        assertThat(shell.type(array).run("rules", "update", sid, "--file", "-").exitCode())
                .isZero();
        assertThat(flex.rules().get(0)).containsEntry("rule_friendly_name", "renamed");
    }

    @Test
    void leavesNoTemporaryCopy() throws Exception {
        shell.type("[" + Samples.line("a").strip() + "]").run("rules", "create", "--file", "-");
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("flex-alerts-")
                            && file.toString().endsWith(".json")))
                    .isEmpty();
        }
    }
}
