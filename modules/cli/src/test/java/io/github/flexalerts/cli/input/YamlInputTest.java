package io.github.flexalerts.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML and CSV as input of rules. */
class YamlInputTest {
    private static final String RULE = """
            rule_friendly_name: %s
            metric_id: Active (Now)
            task_channel_sid: TC00000000000000000000000000000001
            task_queue_sids: [WQ00000000000000000000000000000001]
            active: true
            rule_thresholds:
              - threshold_type: Critical
                threshold_operator: Greater Than
                threshold_value: 5
            notify_enabled: false
            """;

    private final FakeFlex flex = FakeFlex.builder().unlimitedRules().start();
    private final Shell shell = Shell.of(flex);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        flex.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s---\n%s",
                "---\n%s---\n%s",
                "# two rules\n\n---\n%s...\n---\n%s",
                "%%YAML 1.2\n---\n%s...\n%%YAML 1.2\n---\n%s",
                "--- # first\n%s\n--- # second\n%s\n---\n# nothing\n"
            })
    void readsTheDocumentsOfStdin(String stream) {
        Shell.Result result = create(stream.formatted(rule("a"), rule("b")));
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(names()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---\n", "\n# rules\n"})
    void readsAListOfRules(String before) {
        String list = before + item("a") + item("b");
        assertThat(create(list).exitCode()).isZero();
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void keepsTheIndentOfTheFirstLine() {
        assertThat(create(rule("a").indent(2)).exitCode()).isZero();
        assertThat(names()).containsExactly("a");
    }

    @Test
    void sendsNothingOfAStreamThatBreaksLater() {
        Shell.Result result = create("---\n" + rule("a") + "---\nrule_friendly_name: [\n---\n" + rule("b"));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("line 14").contains("not valid YAML").doesNotContain("rule_friendly");
        assertThat(flex.rules()).isEmpty();
    }

    @Test
    void reportsEveryErrorOfARuleWithExpectedAndFoundValues() throws Exception {
        Path file = folder.resolve("rules.yaml");
        String odd = RULE.formatted("no")
                .replace("active: true", "active: yes")
                .replace("threshold_value: 5", "threshold_value: \"80\"")
                .replace("notify_enabled: false", "notify_enabled: off");
        Files.writeString(file, rule("a") + "---\n" + odd);
        Shell.Result result = shell.run("rules", "create", "--file", file.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .containsExactly("line 12: active must be true or false, found the text \"yes\""
                        + " (YAML 1.2 knows only true and false);"
                        + " rule_thresholds[0].threshold_value must be a whole number, found the text \"80\";"
                        + " notify_enabled must be true or false, found the text \"off\""
                        + " (YAML 1.2 knows only true and false)");
        assertThat(names()).containsExactly("a");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            rule_friendly_name | 5          | rule_friendly_name must be text, found a number
            rule_friendly_name | {a: 1}     | rule_friendly_name must be text, found an object
            task_queue_sids    | WQ1        | task_queue_sids must be a list, found text
            task_queue_sids    | [1]        | task_queue_sids[0] must be text, found a number
            task_queue_sids    | [null]     | task_queue_sids[0] must be text, found nothing
            active             | 1          | active must be true or false, found the number 1
            active             | [true]     | active must be true or false, found a list
            active             | "Mr Secret Person" | active must be true or false, found the text
            notify_duration    | 1.5        | notify_duration must be a whole number, found the number 1.5
            rule_thresholds    | {a: 1}     | rule_thresholds must be a list, found an object
            rule_thresholds    | [5]        | rule_thresholds[0] must be an object, found a number
            """)
    void namesThePathTheKindAndWhatWasFound(String member, String value, String message) {
        String odd = rule("a").replaceAll("(?m)^" + member + ":.*\n(^ .*\n)*", "") + member + ": " + value + "\n";
        Shell.Result result = create(odd);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void namesTheElementThatIsNoRule() {
        assertThat(create("- 5\n").err()).contains("line 1: a rule must be an object, found a number");
        assertThat(shell.type("[5, null]").run("rules", "create", "--file", "-").errLines())
                .containsExactly(
                        "line 1: a rule must be an object, found a number",
                        "line 1: a rule must be an object, found nothing");
    }

    @Test
    void namesADuplicateMember() {
        String json = "{\"active\": true, \"active\": false}\n";
        assertThat(shell.type(json).run("rules", "create", "--file", "-").err())
                .contains("line 1: active occurs twice");
    }

    @Test
    void updatesARuleFromTheYamlThatGetWrites() {
        flex.seed(1);
        String sid = flex.sids().get(0);
        String yaml = shell.run("rules", "get", sid, "--output", "yaml").out();
        Shell.Result result = shell.type(yaml.replaceAll("active: \\w+", "active: false"))
                .run("rules", "update", sid, "--file", "-", "--output", "yaml");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("---\n").contains("active: false");
        assertThat(flex.rules().get(0)).containsEntry("active", false);
    }

    @Test
    void keepsTextThatLooksLikeSomethingElse() {
        List<String> names =
                List.of("no", "1.50", "null", "~", "true", "- a", "# b", "a: b", "2026-11-27", "0x1F", " x ");
        for (String name : names) {
            flex.addJson(Samples.line(name));
        }
        String listed = shell.run("rules", "list", "--output", "yaml").out();
        flex.clear();
        assertThat(create(listed).err()).isEmpty();
        assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            sid,active\\n1,"maybe"             | line 2: active must be JSON
            sid,active\\nQY1,"unclosed         | not valid CSV
            rule_friendly_name,active\\nx,1    | line 2: active must be true or false, found the number 1
            """)
    void namesTheLineOfCsvThatCannotBeRight(String csv, String message) throws Exception {
        Path file = folder.resolve("rules.csv");
        Files.writeString(file, csv.replace("\\n", "\n"));
        Shell.Result result = shell.run("rules", "create", "--file", file.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(message);
    }

    private Shell.Result create(String stdin) {
        return shell.type(stdin).run("rules", "create", "--file", "-", "--concurrency", "1");
    }

    private List<String> names() {
        return flex.rules().stream()
                .map(rule -> String.valueOf(rule.get("rule_friendly_name")))
                .toList();
    }

    private static String rule(String name) {
        return RULE.formatted(name);
    }

    private static String item(String name) {
        return "- " + rule(name).indent(2).strip() + "\n";
    }
}
