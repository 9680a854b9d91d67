package io.github.flexalerts.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.SystemTerminal;
import io.github.flexalerts.cli.io.Terminal;
import io.github.flexalerts.cli.io.Text;
import io.github.flexalerts.testkit.FakeFlex;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of tables and of CSV. */
class ColumnsTest {
    private static final String QUEUE = "WQ00000000000000000000000000000001";

    private final FakeFlex flex = FakeFlex.builder().unlimitedRules().start();
    private final Shell shell = Shell.of(flex);

    @BeforeEach
    void seed() {
        flex.addJson("""
                {"sid": "QY1", "rule_friendly_name": "one, \\"quoted\\"", "active": true, "metric_id": "Active (Now)",
                 "task_queue_sids": ["WQ00000000000000000000000000000001"], "rule_thresholds": [
                  {"threshold_type": "Critical", "threshold_operator": "Greater Than", "threshold_value": 5},
                  {"threshold_type": "Warning", "threshold_operator": "Lesser Than", "threshold_value": -3}]}
                """);
        flex.addJson("""
                {"sid": "QY2", "active": false, "task_queue_sids": ["a", "b", "c"], "rule_thresholds": [
                  {"threshold_type": "Fatal", "threshold_operator": "Equal To", "threshold_value": 7}]}
                """);
        flex.addJson("{\"sid\": \"QY3\"}");
    }

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void showsWhatARuleIsAbout() {
        List<String> lines = shell.run("rules", "list").outLines();
        assertThat(lines.get(0)).matches("SID +ACTIVE +METRIC +THRESHOLDS +QUEUES +NAME");
        assertThat(lines.get(1))
                .matches("QY1 +yes +Active \\(Now\\) +>5 crit, <-3 warn +" + QUEUE + " +one, \"quoted\"");
        assertThat(lines.get(2)).matches("QY2 +no +- +Equal To 7 fatal +3 +-");
        assertThat(lines.get(3)).matches("QY3 +- +- +- +- +-");
    }

    @ParameterizedTest(name = "{0} columns")
    @CsvSource(delimiter = '|', textBlock = """
            20  | SID
            34  | SID
            42  | SID ACTIVE
            52  | SID ACTIVE NAME
            62  | SID ACTIVE METRIC NAME
            72  | SID ACTIVE METRIC THRESHOLDS NAME
            80  | SID ACTIVE METRIC THRESHOLDS QUEUES NAME
            """)
    void leavesOutColumnsThatHaveNoRoom(int window, String heads) {
        List<String> lines = shell.in(new Shell.FixedTerminal(window, false))
                .run("rules", "list")
                .outLines();
        // A head may be cut too, but not to nothing.
        assertThat(Arrays.stream(lines.get(0).split(" +")).map(head -> head.replace("\u2026", "")))
                .zipSatisfy(
                        List.of(heads.split(" ")),
                        (shown, head) -> assertThat(head).startsWith(shown));
        assertThat(lines).allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(Math.max(34, window)));
    }

    @Test
    void showsTheOnlyQueueWhereItHasRoom() {
        assertThat(list(100).get(1)).matches("QY1 .* 1 +one, .*");
        assertThat(list(180).get(1)).contains(QUEUE);
    }

    @Test
    void givesTheLastColumnTheRemainingWidth() {
        flex.addJson("{\"sid\": \"QY4\", \"rule_friendly_name\": \"" + "n".repeat(300) + "\"}");
        assertThat(Text.width(list(200).get(4))).isEqualTo(200);
    }

    @Test
    void showsTheColumnsThatAreAskedFor() {
        assertThat(shell.run("rules", "list", "--columns", "name,Sid,channel")
                        .outLines()
                        .get(0))
                .matches("NAME +SID +CHANNEL");
        assertThat(shell.run("queues", "list", "--columns", "NAME").outLines().get(0))
                .isEqualTo("NAME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules list --columns SID,COLOUR           | --columns must be of SID, NAME, ACTIVE, METRIC, THRESHOLDS
            users list --columns METRIC               | --columns must be of SID, ACTIVE, USERNAME, NAME
            rules list --columns SID --output json    | --columns is for --output table and csv
            rules get QY1 --output csv                | --output csv is for lists
            """)
    void refusesColumnsThatThereAreNot(String command, String message) {
        Shell.Result result = shell.run(command.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void writesCsvWithTheNamesOfTheApi() {
        assertThat(shell.run("rules", "list", "--output", "csv", "--columns", "sid,name,active,thresholds")
                        .out())
                .isEqualTo("""
                        sid,rule_friendly_name,active,rule_thresholds
                        QY1,"one, ""quoted""\",true,"[{""threshold_type"":""Critical"",""threshold_operator"":""Greater Than"",""threshold_value"":5},{""threshold_type"":""Warning"",""threshold_operator"":""Lesser Than"",""threshold_value"":-3}]"
                        QY2,,false,"[{""threshold_type"":""Fatal"",""threshold_operator"":""Equal To"",""threshold_value"":7}]"
                        QY3,,,
                        """);
        assertThat(shell.run("users", "list", "--output", "csv").outLines().get(0))
                .isEqualTo("flex_user_sid,deactivated,username,full_name");
    }

    @Test
    void writesTheHeadOfCsvForNoRules() {
        flex.clear();
        assertThat(shell.run("rules", "list", "--output", "csv", "--columns", "sid,name")
                        .out())
                .isEqualTo("sid,rule_friendly_name\n");
        assertThat(shell.run("rules", "list", "--output", "yaml").out()).isEmpty();
    }

    @Test
    void coloursATableAndNothingElse() {
        shell.in(new Coloured(200));
        String table = shell.run("rules", "list").out();
        assertThat(table)
                .startsWith("\u001B[1mSID")
                .contains("\u001B[32myes\u001B[0m", "\u001B[2mno\u001B[0m")
                .contains("\u001B[31m>5 crit\u001B[0m, \u001B[33m<-3 warn\u001B[0m");
        assertThat(table.replaceAll("\u001B\\[\\d+m", ""))
                .isEqualTo(shell.in(new Shell.FixedTerminal(200, false))
                        .run("rules", "list")
                        .out());
        shell.in(new Coloured(200));
        for (String form : List.of("json", "ndjson", "yaml", "csv")) {
            assertThat(shell.run("rules", "list", "--output", form).out()).doesNotContain("\u001B");
        }
    }

    @Test
    void coloursNothingThatIsNoTerminal() {
        assertThat(new SystemTerminal(Map.of()).hasColours()).isFalse();
        assertThat(new SystemTerminal(Map.of("NO_COLOR", "1")).hasColours()).isFalse();
        assertThat(new SystemTerminal(Map.of("TERM", "dumb")).hasColours()).isFalse();
    }

    private List<String> list(int window) {
        return shell.in(new Shell.FixedTerminal(window, false))
                .run("rules", "list")
                .outLines();
    }

    /** A terminal that knows colours. */
    private record Coloured(int columns) implements Terminal {
        @Override
        public boolean showsProgress() {
            return false;
        }

        @Override
        public boolean hasColours() {
            return true;
        }
    }
}
