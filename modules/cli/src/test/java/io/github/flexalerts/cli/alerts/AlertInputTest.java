package io.github.flexalerts.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertInputTest {
    private final FakeFlex flex = FakeFlex.start();
    private final Shell shell = Shell.of(flex);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void prepare() {
        flex.addTaskQueue("Support");
        file = folder.resolve("alert");
    }

    @AfterEach
    void close() {
        flex.close();
    }

    private Shell.Result run(String text, String... command) throws IOException {
        Files.writeString(file, text);
        return shell.run(Samples.joined(command, "--file", file.toString()));
    }

    private String created() throws IOException {
        return String.valueOf(
                Json.object(run(Samples.ALERT, "alerts", "create").out()).get("sid"));
    }

    private String described(String sid) {
        return shell.run("alerts", "describe", sid, "--output", "json").out();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            destinations:               | destination:                | destination is unknown; there may be destinations,
            destinations:               | destinatons:                | destinatons is unknown
            `  emails:`                 | `  email:`                  | destinations: email is unknown; there may be emails
            email_recipients            | email_recipient             | destinations: emails.email_recipient is unknown
            email_address: ada          | address: ada                | emails.email_recipients[0].address is unknown
            email_address: ada          | email_address: 5 #          | emails.email_recipients[0].email_address must be text
            `- email_address: ada@example.com` | `- `                 | emails.email_recipients[0] must be an object
            `- email_address: ada@example.com` | `  ada@example.com: 1` | emails.email_recipients must be a list
            `  emails:`                 | `  ada@example.com: {}~  emails:` | a member of another name
            threshold_value: 5          | threshold_value: x          | rule_thresholds[0].threshold_value must be a whole number
            threshold_value: 5}         | `threshold_value: 5}~    - 7` | rule_thresholds[1] must be an object
            rule:                       | `notification_configuration: {}~rule:` | keep one of them
            notify_enabled: true        | `notify_enabled: true~  notify_methods_id: x` | must not be set together with destinations
            """)
    void refusesWhatWouldBeIgnoredAndNamesIt(String from, String to, String message) throws IOException {
        assertThat(Samples.ALERT).contains(from);
        String broken = Samples.ALERT.replace(from, to.replace('~', '\n'));
        String sid = "QY" + "0".repeat(32);
        for (Shell.Result result :
                new Shell.Result[] {run(broken, "alerts", "create"), run(broken, "alerts", "update", sid)}) {
            assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
            assertThat(result.errLines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(message).doesNotContain("ada@"));
        }
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void takesAConfigurationAwayOnlyIfThatIsWrittenOut() throws IOException {
        String sid = created();
        String rule = Samples.ALERT.substring(0, Samples.ALERT.indexOf("destinations:"));
        long requests = flex.requestCount();

        Shell.Result refused = run(rule, "alerts", "update", sid);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("destinations is missing", "'destinations: null'");
        assertThat(flex.requestCount()).isEqualTo(requests);

        Object ttid = flex.notificationConfigurations().get(0).get("ttid");
        Shell.Result taken = run(rule + "destinations: null\n", "alerts", "update", sid);
        assertThat(taken.exitCode()).as(taken.err()).isZero();
        assertThat(taken.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(ttid + " no longer"));
        assertThat(flex.notificationConfigurations()).isEmpty();

        Shell.Result again = run(described(sid), "alerts", "update", sid);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).isEmpty();
    }

    @Test
    void sendsBackUndocumentedValuesOfTheService() throws IOException {
        String sid = created();
        String json = described(sid)
                .replaceFirst("\"metric_id\"", "\"beta\": 1, \"metric_id\"")
                .replaceFirst("\"emails\"", "\"pager\": {\"a\": 1}, \"emails\"");

        Shell.Result result = run(json, "alerts", "update", sid);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.errLines())
                .anyMatch(line -> line.contains("destinations: pager is not documented, sent as it came"))
                .anyMatch(line -> line.contains("left out: beta"));
        assertThat(flex.requests())
                .filteredOn(request -> request.target().contains("NotificationConfigurations/"))
                .last()
                .satisfies(request -> assertThat(String.valueOf(request.body())).contains("pager"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `emails: {email_recipients: [{email_address: a@b}]}~webhook: {}` | webhook is unknown
            `destinations: {}~emails: {}`                                    | emails is unknown; there may be destinations,
            destinations: null                                                | destinations is missing
            webhooks: {endpoints: [{type: custom, url: 7}]}                   | webhooks.endpoints[0].url must be text
            webhooks: {endpoints: [{type: custom, url: x, enabled: "true"}]}  | endpoints[0].enabled must be true or false
            subscriptions: {recipients: [{user_sids: [1]}]}                   | recipients[0].user_sids[0] must be text
            """)
    void refusesUndocumentedMembersOfDestinations(String yaml, String message) throws IOException {
        Shell.Result result = run(yaml.replace('~', '\n'), "notifications", "create");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message).doesNotContain("a@b"));
        assertThat(flex.requestCount()).isZero();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            metric_id: Waiting (Now)      | metric_id: Waiting (now)     | metric_id
            threshold_type: Critical      | threshold_type: Crit         | threshold_type
            Greater Than                  | Less Than                    | threshold_operator
            notify_enabled: true          | notify_enabled: true~  notify_severity: High | notify_severity
            `  emails:`                   | `  webhooks: {endpoints: [{type: teams, url: 'https://a.example'}]}~  emails:` | type
            """)
    void warnsOfUndocumentedValues(String from, String to, String member) throws IOException {
        Shell.Result result = run(Samples.ALERT.replace(from, to.replace('~', '\n')), "alerts", "create");

        assertThat(result.errLines())
                .first()
                .satisfies(line -> assertThat(line).endsWith("not a value of the reference, sent as it is: " + member));
    }
}
