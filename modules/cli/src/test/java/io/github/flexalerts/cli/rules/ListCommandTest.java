package io.github.flexalerts.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.DataOut;
import io.github.flexalerts.cli.io.Progress;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.PageFaults;
import io.github.flexalerts.testkit.ReceivedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListCommandTest {
    private final FakeFlex flex = FakeFlex.builder().unlimitedRules().start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @ParameterizedTest(name = "{0} a page")
    @CsvSource({"1000, 5", "700, 8", "50, 100", ", 5"})
    void listsThousandsInOrderWithNoMoreRequestsThanPages(Integer pageSize, int requests) {
        flex.seed(5_000);

        Shell.Result result = pageSize == null
                ? shell.run("rules", "list", "--output", "ndjson")
                : shell.run("rules", "list", "--output", "ndjson", "--page-size", pageSize.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines().stream().map(ListCommandTest::sid)).isEqualTo(sids());
        assertThat(flex.requestCount()).isEqualTo(requests);
    }

    @ParameterizedTest(name = "--limit {0} with --page-size {1}")
    @CsvSource({"10, 10, 1", "11, 10, 2", "20, 10, 2", "3, , 1", "25, 100, 1"})
    void asksForNoPageBeyondTheLimit(int limit, Integer pageSize, int requests) {
        flex.seed(100);

        Shell.Result result = pageSize == null
                ? shell.run("rules", "list", "--limit", "" + limit, "--output", "ndjson")
                : shell.run("rules", "list", "--limit", "" + limit, "--page-size", "" + pageSize, "--output", "ndjson");

        assertThat(result.outLines()).hasSize(limit);
        assertThat(flex.requestCount()).isEqualTo(requests);
    }

    @Test
    void sendsFiltersAndOrderAsTheApiNamesThem() {
        shell.run(
                "rules",
                "list",
                "--active",
                "true",
                "--metric",
                "SLA (30 min)",
                "--metric",
                "Active (Now)",
                "--queue",
                "WQ1",
                "--queue",
                "WQ2",
                "--sort",
                "-date_created",
                "--sort",
                "metric_id");

        ReceivedRequest request = flex.requests().get(0);
        assertThat(request.query("Active")).containsExactly("true");
        assertThat(request.query("MetricId")).containsExactly("SLA (30 min)", "Active (Now)");
        assertThat(request.query("TaskQueueSids")).containsExactly("WQ1", "WQ2");
        assertThat(request.query("Sort")).containsExactly("-date_created,metric_id");
    }

    @Test
    void writesOneJsonArray() {
        flex.seed(3);

        Shell.Result result = shell.run("rules", "list", "--output", "json");

        assertThat(Json.array(result.out())).extracting(rule -> rule.get("sid")).isEqualTo(sids());
    }

    @Test
    void writesAnEmptyArrayAndAnEmptyTableForNoRules() {
        assertThat(shell.run("rules", "list", "--output", "json").out()).isEqualTo("[]\n");
        assertThat(shell.run("rules", "list", "--output", "ndjson").out()).isEmpty();
        assertThat(shell.run("rules", "list").outLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("SID "));
    }

    @Test
    void keepsUnknownMembers() {
        flex.addJson("{\"sid\": \"QY1\", \"future\": {\"a\": [1.50, null]}}");

        assertThat(shell.run("rules", "list", "--output", "ndjson").out()).contains("\"future\":{\"a\":[1.50,null]}");
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {34, 42, 60, 80, 120, 200})
    void fitsTheTerminalAndNeverCutsASid(int columns) {
        flex.seed(20);
        flex.addJson("{\"sid\": \"QY1\", \"rule_friendly_name\": \"\u4E2D\u6587 \\u001B[31m red\"}");

        Shell.Result result = shell.in(new Shell.FixedTerminal(columns, false)).run("rules", "list");

        assertThat(result.outLines()).hasSize(22).allSatisfy(line -> {
            assertThat(Text.width(line)).isLessThanOrEqualTo(columns);
            assertThat(line).doesNotContain("\u001B");
        });
        assertThat(result.out()).contains(sids());
    }

    @Test
    void cutsNothingInAPipe() {
        flex.addJson("{\"sid\": \"QY1\", \"rule_friendly_name\": \"" + "n".repeat(300) + "\"}");

        assertThat(shell.run("rules", "list").out()).contains("n".repeat(300));
    }

    @Test
    void endsWithoutAnErrorWhenThePipeIsClosed() {
        flex.seed(1_000);

        Shell.Result result = shell.runInto(new ClosedPipe(), "rules", "list");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void reportsTheRulesReadAndWhyTheRestIsMissing() {
        flex.seed(30);
        flex.inject(ConnectionFaults.truncatedBody(10).fromRequest(3));

        Shell.Result result = shell.run("rules", "list", "--page-size", "10", "--output", "ndjson");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines()).hasSize(30);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("flex-alerts rules list: rules.list stopped after 2 pages: ")
                        .contains("not complete"));
    }

    @Test
    void followsNoLinkToAStranger() {
        flex.seed(30);
        flex.inject(PageFaults.foreignLink("https://evil.example"));

        Shell.Result result = shell.run("rules", "list", "--page-size", "10");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("foreign host", "was not followed"));
        assertThat(flex.requestCount()).isEqualTo(1);
    }

    @Test
    void showsProgressOnlyOnATerminal() {
        StringBuilder shown = new StringBuilder();
        long[] now = {0};
        Console console = new Console(
                Map.of(),
                InputStream.nullInputStream(),
                new DataOut(OutputStream.nullOutputStream()),
                new PrintStream(new OutputStream() {
                    @Override
                    public void write(int b) {
                        shown.append((char) b);
                    }
                }),
                new Shell.FixedTerminal(80, true));
        Progress progress = new Progress(console, "rules", () -> now[0]);

        progress.advance();
        assertThat(shown).isEmpty();
        now[0] = 1_000_000_000L;
        progress.advance();
        assertThat(shown.toString()).contains("2 rules so far");
        progress.clear();
        assertThat(shown.toString()).endsWith("\r\u001B[K");
    }

    private List<String> sids() {
        return flex.rules().stream()
                .map(rule -> String.valueOf(rule.get("sid")))
                .toList();
    }

    private static String sid(String line) {
        return String.valueOf(Json.object(line).get("sid"));
    }

    /** Stdout after {@code head} has seen enough. */
    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
