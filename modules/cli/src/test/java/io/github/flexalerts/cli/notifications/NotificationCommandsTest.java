package io.github.flexalerts.cli.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationCommandsTest {
    private static final String YAML = """
            # who is told
            webhooks:
              endpoints:
                - {type: custom, url: "https://hooks.example.com/s3cr3t"}
            emails:
              email_recipients:
                - email_address: ada@example.com
            """;

    private static final String EMAILS = "emails: {email_recipients: [{email_address: ada@example.com}]}";

    private final FakeFlex flex = FakeFlex.start();
    private final Shell shell = Shell.of(flex);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        flex.close();
    }

    private String created() {
        Shell.Result result = shell.type(YAML).run("notifications", "create", "--file", "-");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out().strip();
    }

    @Test
    void createsOfYamlAndShowsItInEachForm() {
        String ttid = created();

        Map<?, ?> stands = flex.notificationConfiguration(ttid);
        assertThat(stands).isNotNull();
        assertThat(flex.requests().get(0).json().toString()).contains("ada@example.com", "hooks.example.com");
        Shell.Result json = shell.run("notifications", "get", ttid, "--output", "json");
        assertThat(json.out()).contains("ada@example.com", "https://hooks.example.com/s3cr3t");
        assertThat(Json.object(json.out())).containsEntry("ttid", ttid);
        assertThat(shell.run("notifications", "get", ttid).outLines()).contains("ttid                " + ttid);
    }

    @Test
    void updatesWithWhatGetWrote() throws IOException {
        String ttid = created();
        Path file = folder.resolve("to.json");
        String read =
                shell.run("notifications", "get", ttid, "--output", "json").out();
        Files.writeString(file, "\uFEFF" + read.replace("ada@", "grace@"));

        Shell.Result result = shell.run("notifications", "update", ttid, "--file", file.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(ttid + "\n");
        assertThat(String.valueOf(flex.notificationConfiguration(ttid)))
                .contains("grace@example.com")
                .doesNotContain("ada@");
    }

    @Test
    void deletesEach() {
        String ttid = created();

        Shell.Result result = shell.run("notifications", "delete", ttid, "flex_notificationconfiguration_gone");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo(ttid + "\n");
        assertThat(result.err()).contains("flex_notificationconfiguration_gone: notifications.delete failed: 404");
        assertThat(flex.notificationConfigurations()).isEmpty();
    }

    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                     | is empty
            - ada@example.com                                      | is not an object
            emails: [ada@example.com                               | line 1: not valid YAML
            {"emails": ada@example.com                             | not valid JSON
            emails: ada@example.com                                | emails must be an object
            emails: {email_recipients: []}                         | stdin
            {"destinations": 5}                                    | destinations must be an object
            {a: &a [*a]}                                           | not valid JSON
            a: &a [*a]                                             | stdin
            """)
    void sendsNothingIfTheInputCannotBeRightAndQuotesNothing(String input, String message) {
        Shell.Result result = shell.type(input).run("notifications", "create", "--file", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message).doesNotContain("ada@"));
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void asksForTheAccountBesideAnApiKey() {
        shell.set("TWILIO_API_KEY", flex.apiKey())
                .set("TWILIO_API_SECRET", flex.apiSecret())
                .unset("TWILIO_AUTH_TOKEN");

        assertThat(created()).isNotEmpty();
        Shell.Result without =
                shell.unset("TWILIO_ACCOUNT_SID").type(YAML).run("notifications", "create", "--file", "-");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("TWILIO_ACCOUNT_SID");
    }

    @Test
    void warnsThatALostAnswerMayHaveLeftAConfiguration() {
        flex.inject(Fault.parse("created-then-reset@notifications.create"));

        Shell.Result result = shell.type(YAML).run("notifications", "create", "--file", "-", "--verbose");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("may or may not have been created").doesNotContain("ada@", "s3cr3t");
    }

    @Test
    void readsRulesOfYamlToo() throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, """
                ---
                rule_friendly_name: a
                metric_id: Active (Now)
                task_channel_sid: TC1
                task_queue_sids: [WQ1]
                active: true
                rule_thresholds:
                  - {threshold_type: Critical, threshold_operator: Greater Than, threshold_value: 5}
                notify_enabled: false
                ---
                rule_friendly_name: b
                """);

        Shell.Result result = shell.run("rules", "create", "--file", file.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(flex.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule).containsEntry("rule_friendly_name", "a"));
        assertThat(result.errLines()).singleElement().asString().startsWith("line 11: metric_id is missing");
    }

    @Test
    void warnsOfAPossibleConfigurationAfterAnUnreadableAnswer() {
        flex.inject(Fault.parse("html@notifications.create=200"));

        Shell.Result result = shell.type(EMAILS).run("notifications", "create", "--file", "-");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("the configuration may or may not have been created");
    }

    @Test
    void printsTheSidOfAConfigurationCreatedDuringTheInterrupt() throws Exception {
        flex.inject(Fault.parse("delay@notifications.create=1s"));
        CompletableFuture<Shell.Result> ended = new CompletableFuture<>();
        Thread command =
                new Thread(() -> ended.complete(shell.type(EMAILS).run("notifications", "create", "--file", "-")));
        command.start();
        flex.awaitRequests(1, Duration.ofSeconds(20));

        command.interrupt();

        Shell.Result result = ended.get(20, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.out().strip())
                .isEqualTo(flex.notificationConfigurations().get(0).get("ttid"));
    }
}
