package io.github.flexalerts.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeFlexBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutCommandTest {
    private static final int TARGETS = 6;

    @TempDir
    Path folder;

    private FakeFlex flex;
    private Shell shell;
    private String file;
    private Path fleet;

    @BeforeEach
    void start() throws IOException {
        FakeFlexBuilder settings =
                FakeFlex.builder().rules(4).taskQueues(40).taskChannels("voice", "sms", "chat", "email");
        for (int i = 0; i < TARGETS; i++) {
            settings.instance(instance(i));
        }
        flex = settings.start();
        shell = Shell.of(flex)
                .set("FLEX_TASKROUTER_URL", flex.baseUrl())
                .set("FLEX_WORKSPACE_SID", flex.workspaceSid())
                .set("FLEET_TOKEN", flex.authToken());
        file = folder.resolve("rules.ndjson").toString();
        String rules = shell.run("rules", "list", "--output", "ndjson").out();
        Files.writeString(Path.of(file), rules);
        fleet = folder.resolve("fleet.yaml");
        Files.writeString(fleet, fleet(TARGETS));
    }

    @AfterEach
    void stop() {
        flex.close();
    }

    private static String instance(int i) {
        return "GO" + String.format("%032x", i + 1);
    }

    private String fleet(int targets) {
        StringBuilder yaml = new StringBuilder("targets:\n");
        for (int i = 0; i < targets; i++) {
            yaml.append("  - name: t").append(i).append("\n    instance_sid: ").append(instance(i));
            yaml.append("\n    account_sid: ").append(flex.accountSid());
            yaml.append("\n    auth_token: {env: ")
                    .append(i == 3 ? "BAD_TOKEN" : "FLEET_TOKEN")
                    .append("}\n");
            yaml.append("    labels: {env: ")
                    .append(i < 4 ? "prod" : "test")
                    .append("}\n    group: ")
                    .append(i / 2);
            yaml.append('\n');
        }
        return yaml.toString();
    }

    private Shell.Result rollout(String... more) {
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"rollout", "--fleet", fleet.toString(), "--from", file}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return shell.run(args);
    }

    @Test
    void reportsEachTargetAndDoesWhatIsLeftWhenRunAgain() throws IOException {
        shell.set("BAD_TOKEN", "wrong");
        Path report = folder.resolve("r.json");
        Path html = folder.resolve("r.html");
        Shell.Result first = rollout("--yes", "--report", report.toString(), "--html", html.toString());
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.err()).contains("t3: ").contains("401");
        assertThat(first.out()).contains("t0  written  +4 ~0 -0").contains("6 targets, 5 written, 1 failed");
        assertThat(Files.readString(report))
                .contains("\"written\" : 5")
                .contains("\"failed\" : 1")
                .contains("\"AccessDeniedException\" : 1")
                .contains("\"name\" : \"t3\"");
        assertThat(Files.readString(html))
                .contains("<td>t3</td>")
                .contains("AccessDeniedException")
                .contains("prefers-color-scheme: dark")
                .contains("<polyline")
                .doesNotContain("http");
        for (int i = 0; i < TARGETS; i++) {
            assertThat(flex.rules(instance(i))).hasSize(i == 3 ? 0 : 4);
        }
        shell.set("BAD_TOKEN", flex.authToken());
        Shell.Result second = rollout("--yes", "--output", "ndjson");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("{\"name\":\"t3\",\"group\":1,\"status\":\"written\",\"created\":4"));
        assertThat(Path.of(file + ".rollout")).doesNotExist();
    }

    @Test
    void selectsTargetsAndMakesDryRuns() {
        shell.set("BAD_TOKEN", flex.authToken());
        Shell.Result dry = rollout("--select", "env=test", "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).contains("t4  planned  +4").doesNotContain("t0");
        assertThat(flex.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(rollout("--select", "env=none").err()).contains("no target has the labels");
    }

    @Test
    void readsMappingFilesNextToTheFleetFile() throws IOException {
        shell.set("BAD_TOKEN", flex.authToken());
        Files.writeString(fleet, fleet(1) + "    mapping: m.yaml\n");
        assertThat(rollout("--yes").err())
                .contains("no such file")
                .contains(folder.resolve("m.yaml").toString());
        Files.writeString(folder.resolve("m.yaml"), "queues: {}");
        Shell.Result result = rollout("--yes");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(flex.rules(instance(0))).hasSize(4);
    }

    @Test
    void refusesToWriteWithoutYes() {
        shell.set("BAD_TOKEN", flex.authToken());
        flex.clearRequests();
        Shell.Result result = rollout();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("add --yes");
        assertThat(flex.requestCount()).isZero();
        assertThat(rollout("--concurrency", "0", "--yes").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth_token: {env: FLEET_TOKEN} | auth_token: s3cr3t            | targets[0] (t0): auth_token must be {env: NAME} or {file: PATH}; a secret must not be in this file
            auth_token: {env: FLEET_TOKEN} | auth_token: {env: NONE}       | auth_token: NONE is not set
            auth_token: {env: FLEET_TOKEN} | auth_token: {file: /no/where} | cannot read the file '/no/where'
            auth_token: {env: FLEET_TOKEN} | workspace_sid: WS1            | needs auth_token or api_key
            name: t1                       | name: t0                      | targets[1]: the name 't0' is that of targets[0] too
            name: t1                       | name: a/b                     | name must be 1 to 100 letters
            GO00000000000000000000000000000002 | GO00000000000000000000000000000001 | the instance is that of target 't0' too
            labels: {env: prod}            | label: {env: prod}            | there is no member 'label'
            group: 0                       | group: x                      | group must be a whole number
            targets:                       | target:                       | must have one member, 'targets'
            account_sid: AC                | account_sud: AC               | there is no member 'account_sud'
            """)
    void namesWhatIsWrongInAFleetFile(String from, String to, String error) throws IOException {
        Files.writeString(fleet, fleet(3).replaceFirst(Pattern.quote(from), to));
        Shell.Result result = rollout("--yes");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(error).doesNotContain("s3cr3t");
        assertThat(flex.rules(instance(0))).isEmpty();
    }
}
