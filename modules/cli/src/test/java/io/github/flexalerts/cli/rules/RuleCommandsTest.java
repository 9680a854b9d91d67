package io.github.flexalerts.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCommandsTest {
    private final FakeFlex flex = FakeFlex.builder().rules(3).start();
    private final Shell shell = Shell.of(flex);
    private final String sid = String.valueOf(flex.rules().get(0).get("sid"));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void getsARuleInEachForm() {
        Map<?, ?> rule = flex.rules().get(0);

        assertThat(Json.object(
                        shell.run("rules", "get", sid, "--output", "json").out()))
                .isEqualTo(rule);
        assertThat(Json.object(
                        shell.run("rules", "get", sid, "--output", "ndjson").out()))
                .isEqualTo(rule);
        assertThat(shell.run("rules", "get", sid).outLines())
                .contains("sid                 " + sid)
                .anyMatch(line -> line.startsWith("task_queue_sids     WQ"))
                .anyMatch(line -> line.startsWith("                    WQ"));
    }

    @Test
    void wrapsWhatIsTooLongForTheTerminal() {
        Shell.Result result = shell.in(new Shell.FixedTerminal(60, false)).run("rules", "get", sid);

        assertThat(result.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(result.out().replaceAll("\\s", ""))
                .contains("flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8");
    }

    @Test
    void updatesARuleWithWhatGetWrote() throws IOException {
        Path file = folder.resolve("rule.json");
        String written = shell.run("rules", "get", sid, "--output", "json").out();
        Files.writeString(file, written.replaceAll("\"notify_duration\" : \\d+", "\"notify_duration\" : 1000"));

        Shell.Result result = shell.run("rules", "update", sid, "--file", file.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(Json.object(result.out())).containsEntry("sid", sid).containsEntry("notify_duration", 1000);
        assertThat(flex.rule(sid)).containsEntry("notify_duration", 1000);
        assertThat(flex.requests().get(1).json()).doesNotContainKeys("sid", "url", "date_created");
    }

    @Test
    void updatesWithExactlyOneRule() {
        Shell.Result two = shell.type(Samples.line("a") + Samples.line("b")).run("rules", "update", sid, "--file", "-");
        Shell.Result none = shell.type(" \n").run("rules", "update", sid, "--file", "-");
        Shell.Result bad = shell.type(Samples.lineWithout("active")).run("rules", "update", sid, "--file", "-");

        assertThat(two.exitCode()).isEqualTo(2);
        assertThat(two.err()).contains("more than one rule");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(bad.exitCode()).isEqualTo(2);
        assertThat(bad.err()).contains("active is missing");
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void deletesEachAndReportsThoseThatFailed() {
        String other = String.valueOf(flex.rules().get(1).get("sid"));

        Shell.Result result = shell.run("rules", "delete", sid, "QYgone", other, sid);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines()).containsExactlyInAnyOrder(sid, other);
        assertThat(result.errLines())
                .contains("deleted " + sid, "deleted " + other)
                .anyMatch(line -> line.startsWith("QYgone: rules.delete failed: 404, Twilio code 20404"));
        assertThat(flex.rules()).hasSize(1);
    }

    @Test
    void deletesNothingIfOneSidCannotBeRight() {
        Shell.Result result = shell.run("rules", "delete", sid, "../Users");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("'../Users': sid must be letters and digits");
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void callsWithAnApiKeyRatherThanATokenAndNamesItself() {
        shell.set("TWILIO_API_KEY", flex.apiKey()).set("TWILIO_API_SECRET", flex.apiSecret());
        shell.unset("TWILIO_AUTH_TOKEN");

        assertThat(shell.run("rules", "get", sid).exitCode()).isZero();
        ReceivedRequest request = flex.requests().get(0);
        assertThat(request.authorized()).isTrue();
        assertThat(request.header("User-Agent")).startsWith("flex-alerts-cli/");
    }

    @Test
    void takesInstanceAndPlaceFromOptionsBeforeTheEnvironment() {
        shell.set("FLEX_INSTANCE_SID", "GOother").set("FLEX_BASE_URL", "http://127.0.0.1:1");

        Shell.Result result =
                shell.run("rules", "get", sid, "--instance", flex.instanceSid(), "--base-url", flex.baseUrl());

        assertThat(result.exitCode()).isZero();
    }
}
