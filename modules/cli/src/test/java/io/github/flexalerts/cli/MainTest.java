package io.github.flexalerts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import io.github.flexalerts.testkit.StatusFaults;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String SECRET = "s3cr3t-t0ken";

    private final FakeFlex flex = FakeFlex.builder().rules(3).start();
    private final Shell shell = Shell.of(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @ParameterizedTest(name = "flex-alerts {0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                               | Missing required subcommand
            nonsense                         | unknown command 'nonsense'
            rules                            | Missing required subcommand
            rules nonsense                   | unknown command 'nonsense'
            rules list more                  | one argument too many
            rules list --nonsense            | unknown option --nonsense
            rules list --auth-token=s3cr3t-t0ken | read only from the environment
            rules list --page-size 5000      | --page-size must be between 1 and 1000, was 5000
            rules list --page-size 0         | --page-size must be between 1 and 1000, was 0
            rules list --page-size x         | --page-size
            rules list --limit 0             | --limit must be at least 1, was 0
            rules list --sort nonsense       | sort field must be one of date_created
            rules list --active maybe        | --active
            rules list --output xml          | must be table, json, ndjson, yaml or csv
            rules list --instance nonsense   | instanceSid must be GO
            rules list --base-url nonsense   | baseUrl must be an absolute
            rules list --base-url http://example.com | baseUrl must be https
            rules list --base-url http://u:s3cr3t-t0ken@^ | is not a valid URL
            rules get                        | Missing required parameter: 'SID'
            rules get ../x                   | sid must be letters and digits
            rules create                     | Missing required option: '--file=FILE'
            rules delete                     | Missing required parameter: 'SID'
            sandbox --port 99999             | port must be between 0 and 65535
            sandbox --fault nonsense=1       | fault nonsense is unknown
            """)
    void reportsInvalidInputInOneLineAndSendsNothing(String line, String message) {
        Shell.Result result = shell.run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines())
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .startsWith("flex-alerts")
                        .contains(message)
                        .doesNotContain(SECRET));
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void namesAllSettingsThatAreMissing() {
        assertThat(Shell.bare().run("rules", "list").err())
                .contains("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "FLEX_INSTANCE_SID");
        assertThat(shell.unset("TWILIO_AUTH_TOKEN").run("rules", "list").err())
                .contains("missing: TWILIO_AUTH_TOKEN (or")
                .doesNotContain("FLEX_INSTANCE_SID");
        assertThat(Shell.bare()
                        .set("TWILIO_API_KEY", "SK1")
                        .run("rules", "list")
                        .err())
                .contains("missing: TWILIO_API_SECRET, FLEX_INSTANCE_SID");
    }

    @Test
    void namesStatusCodeRequestAndWhatToDoButNoSecret() {
        shell.set("TWILIO_AUTH_TOKEN", SECRET);

        Shell.Result result = shell.run("rules", "list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.failures())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "rules.list failed: 401, Twilio code 20003, request RQ", "check TWILIO_ACCOUNT_SID and")
                        .doesNotContain(SECRET));
    }

    @Test
    void showsTheTraceIfAskedAndStillNoSecret() {
        shell.set("TWILIO_AUTH_TOKEN", SECRET);

        Shell.Result result = shell.run("rules", "list", "--verbose");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("\tat ", "AccessDeniedException").doesNotContain(SECRET);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            status=403                   | 403   | check the permissions
            status=404                   | 404   | check the SID and the instance
            status=400                   | 400   | the service refused the request
            status=418                   | 418   | the service refused the request
            status=503                   | 503   | try again later
            redirect                     | 302   | redirects are never followed
            reset-before-headers         | the connection was lost | try again later
            invalid-json                 | JSON  | check that the base URL
            """)
    void reportsWhatToDo(String fault, String what, String todo) {
        flex.inject(Fault.parse(fault));

        Shell.Result result =
                shell.run("rules", "get", String.valueOf(flex.rules().get(0).get("sid")));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.failures())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("flex-alerts rules get: rules.fetch failed: ")
                        .contains(what, todo));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1:1             | no connection could be made
            https://flex-alerts.invalid    | could not be resolved
            """)
    void reportsThatTheServiceCannotBeReached(String baseUrl, String message) {
        Shell.Result result = shell.run("rules", "list", "--base-url", baseUrl);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message, "check the base URL and the network"));
    }

    @Test
    void endsWhenInterruptedAndLeavesNoConnection() throws Exception {
        flex.inject(ConnectionFaults.hang());
        CompletableFuture<Shell.Result> ended = new CompletableFuture<>();
        Thread command = new Thread(() -> ended.complete(shell.run("rules", "list")));
        command.start();
        flex.awaitRequests(1, Duration.ofSeconds(20));

        command.interrupt();

        Shell.Result result = ended.get(20, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.errLines()).containsExactly("flex-alerts rules list: interrupted");
        flex.awaitNoConnections(Duration.ofSeconds(20));
    }

    @Test
    void failsWhenStdoutCannotBeWritten() {
        Shell.Result result = shell.runInto(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                "rules",
                "list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .last()
                .satisfies(line -> assertThat(line).contains("cannot write to stdout: No space left on device"));
    }

    @ParameterizedTest(name = "flex-alerts {0} --help")
    @ValueSource(
            strings = {
                "",
                "rules",
                "rules list",
                "rules get",
                "rules create",
                "rules update",
                "rules delete",
                "alerts",
                "alerts create",
                "alerts describe",
                "alerts update",
                "alerts delete",
                "notifications",
                "notifications get",
                "notifications create",
                "notifications update",
                "notifications delete",
                "users",
                "users list",
                "queues",
                "queues list",
                "channels",
                "channels list",
                "doctor",
                "sandbox",
                "demo"
            })
    void explainsItselfWithAnExample(String command) {
        String name = command.isEmpty() ? "flex-alerts" : "flex-alerts " + command;

        Shell.Result result = Shell.bare().run((command + " --help").strip().split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Usage: " + name, "Example").containsPattern("Example[^$]*\n  flex-alerts ");
    }

    @Test
    void printsItsVersion() {
        assertThat(Shell.bare().run("--version").out()).matches("flex-alerts \\d+\\.\\d+\\S*\n");
    }

    @Test
    void namesTheWaitThatTheServiceAskedFor() {
        flex.inject(StatusFaults.retryAfter(429, "3600"));

        Shell.Result result = shell.run("rules", "list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.failures())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("429", "try again in 3600 s"));
    }

    @ParameterizedTest(name = "{index} {0}")
    @ValueSource(strings = {"", "rules", "alerts", "notifications", "users", "queues", "channels"})
    void listsEachCommandWithAWholeSentence(String group) {
        Shell shell = Shell.bare();
        String help = (group.isEmpty() ? shell.run("--help") : shell.run(group, "--help")).out();

        String[] commands =
                help.substring(help.indexOf("Commands:")).split("\n\n", 2)[0].split("\n  (?=[a-z])");
        assertThat(commands).hasSizeGreaterThan(1);
        assertThat(Arrays.stream(commands).skip(1))
                .allSatisfy(line -> assertThat(line.strip()).endsWith("."));
    }
}
