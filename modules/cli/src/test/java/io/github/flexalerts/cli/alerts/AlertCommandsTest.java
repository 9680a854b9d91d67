package io.github.flexalerts.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertCommandsTest {
    private static final String YAML = Samples.ALERT;

    private final FakeFlex flex = FakeFlex.start();
    private final Shell shell = Shell.of(flex);
    private final String queue = flex.addTaskQueue("Support");

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("alert.yaml");
        journal = folder.resolve("alert.yaml.journal");
        Files.writeString(file, YAML);
    }

    @AfterEach
    void close() {
        flex.close();
    }

    private Shell.Result create() {
        return shell.run("alerts", "create", "--file", file.toString());
    }

    @Test
    void createsOfNamesAndOnceOnly() {
        Shell.Result first = create();
        Shell.Result second = create();

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).doesNotContain("ada@");
        Map<String, @Nullable Object> made = Json.object(first.out());
        assertThat(made).containsEntry("created", true);
        assertThat(flex.rule(String.valueOf(made.get("sid")))
                        .get("task_queue_sids")
                        .toString())
                .contains(queue);
        assertThat(flex.notificationConfiguration(String.valueOf(made.get("notify_methods_id"))))
                .isNotNull();
        assertThat(Json.object(second.out())).containsEntry("created", false).containsEntry("sid", made.get("sid"));
        assertThat(flex.rules()).hasSize(1);
        assertThat(flex.notificationConfigurations()).hasSize(1);
        assertThat(journal).doesNotExist();
    }

    /** What hangs for longer than the process may take is as if that were killed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            hang@queues.list                                  | 3 | false
            hang@rules.list                                   | 4 | false
            hang@notifications.create                         | 5 | true
            hang@rules.create                                 | 6 | true
            created-then-reset@rules.create,hang@rules.list:2 | 7 | true
            """)
    void resumesAfterAKillWithoutDuplicates(String faults, int requests, boolean kept) throws Exception {
        for (String fault : faults.split(",", -1)) {
            flex.inject(Fault.parse(fault));
        }
        CompletableFuture<Shell.Result> ended = new CompletableFuture<>();
        Thread command = new Thread(() -> ended.complete(create()));
        command.start();
        flex.awaitRequests(requests, Duration.ofSeconds(20));

        command.interrupt();

        assertThat(ended.get(20, TimeUnit.SECONDS).exitCode()).isEqualTo(130);
        assertThat(Files.exists(journal)).isEqualTo(kept);
        if (kept) {
            assertThat(Json.object(Files.readString(journal))).containsKeys("instance_sid", "operation");
        }
        flex.awaitNoConnections(Duration.ofSeconds(20));
        flex.clearFaults();
        Shell.Result again = create();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err().contains("one may exist")).isEqualTo(faults.equals("hang@notifications.create"));
        assertThat(flex.rules()).hasSize(1);
        assertThat(flex.notificationConfigurations()).hasSize(1);
        assertThat(journal).doesNotExist();
    }

    @Test
    void takesBackWhatARefusedRuleLeaves() {
        flex.inject(Fault.parse("status@rules.create=400"));

        Shell.Result result = create();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(flex.notificationConfigurations()).isEmpty();
        assertThat(journal).doesNotExist();
    }

    @Test
    void namesWhatItCannotDeleteAndResumesWithIt() {
        flex.inject(Fault.parse("status@rules.create=400"), Fault.parse("status@notifications.delete=403"));

        Shell.Result result = create();

        Object ttid = flex.notificationConfigurations().get(0).get("ttid");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("flex-alerts notifications delete " + ttid, "run the command again")
                .doesNotContain("ada@");
        flex.clearFaults();
        assertThat(Json.object(create().out())).containsEntry("notify_methods_id", ttid);
        assertThat(journal).doesNotExist();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            [Support]   | [Billing]       | task queue 1 of the plan does not exist; 'flex-alerts queues list'
            [Support]   | [Twice]         | is ambiguous
            : voice     | : fax           | flex-alerts channels list
            emails:     | subscriptions   | is deactivated
            """)
    void writesNothingIfANameIsUnknown(String from, String to, String message) throws IOException {
        flex.addTaskQueue("Twice");
        flex.addTaskQueue("Twice");
        flex.addUser(Map.of("flex_user_sid", "FU1", "username", "grace", "deactivated", true));
        String plan = from.equals("emails:")
                ? YAML.substring(0, YAML.indexOf("  emails:"))
                        + "  subscriptions: {recipients: [{user_sids: [grace]}]}\n"
                : YAML.replace(from, to);
        Files.writeString(file, plan);

        Shell.Result result = create();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message).doesNotContain("grace", "Billing"));
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    @Test
    void describesWhatUpdateTakes() throws IOException {
        String sid = String.valueOf(Json.object(create().out()).get("sid"));
        assertThat(shell.run("alerts", "describe", sid).out())
                .contains("sid                 " + sid, "ada@example.com");
        Path described = folder.resolve("alert.json");
        String json = shell.run("alerts", "describe", sid, "--output", "json").out();
        Files.writeString(described, json.replace("ada@", "grace@").replace("waiting", "waiting-2"));

        Shell.Result result = shell.run("alerts", "update", sid, "--file", described.toString());

        assertThat(result.err()).isEmpty();
        assertThat(Json.object(result.out())).containsEntry("sid", sid);
        assertThat(flex.rule(sid)).containsEntry("rule_friendly_name", "waiting-2");
        assertThat(flex.notificationConfigurations()).singleElement().asString().contains("grace@");
        assertThat(shell.run("alerts", "delete", sid).out()).isEqualTo(sid + "\n");
        assertThat(flex.rules()).isEmpty();
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            destinations: {}                    | rule is missing
            rule: 5                             | rule must be an object
            rule: {rule_friendly_name: Ada}     | stdin rule: metric_id is missing
            """)
    void sendsNothingIfThePlanCannotBeRight(String plan, String message) {
        Shell.Result result = shell.type(plan).run("alerts", "create", "--file", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message).doesNotContain("Ada"));
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void reportsRulesThatDidNotExist() {
        String gone = "QY" + "0".repeat(32);

        Shell.Result result = shell.run("alerts", "delete", gone);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).containsExactly(gone + " was not there");
    }

    @Test
    void takesTheWorkspaceThatIsSet() throws IOException {
        String other = "GO" + "9".repeat(32);
        flex.addInstance(other);
        assertThat(shell.run("alerts", "create", "--file", file.toString(), "--instance", other)
                        .err())
                .contains("set FLEX_WORKSPACE_SID");

        shell.set("FLEX_WORKSPACE_SID", flex.workspaceSid());

        Shell.Result result = shell.run("alerts", "create", "--file", file.toString(), "--instance", other);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(flex.rules(other)).hasSize(1);
    }

    @Test
    void refusesAWorkspaceThatCannotBe() {
        shell.set("FLEX_WORKSPACE_SID", "a/b");
        assertThat(create().exitCode()).isEqualTo(2);
        shell.set("FLEX_WORKSPACE_SID", "WS404");
        assertThat(shell.run("queues", "list").err()).contains("check the SID and the workspace (FLEX_WORKSPACE_SID");
        assertThat(flex.rules()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            notify_enabled: true | notify_enabled: true  | false
            threshold_value: 5   | threshold_value: 6    | true
            active: true         | active: false         | true
            ada@                 | grace@                | true
            `  emails:`          | `  webhooks: {endpoints: [{type: custom, url: 'https://a.example'}]}~  emails:` | true
            """)
    void reportsThatTheExistingAlertDiffers(String from, String to, boolean otherwise) throws IOException {
        create();
        Files.writeString(file, YAML.replace(from, to.replace('~', '\n')));

        Shell.Result result = create();

        Object sid = Json.object(result.out()).get("sid");
        assertThat(result.out()).contains("\"created\":false");
        assertThat(result.err().contains("nothing was changed; use 'flex-alerts alerts update " + sid + "'"))
                .isEqualTo(otherwise);
        assertThat(result.err()).doesNotContain("grace@");
    }
}
