package io.github.flexalerts.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Main;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process at random while it applies a plan. {@code -Dkills=50} runs it long. */
@DisabledOnOs(OS.WINDOWS)
class ApplyKillTest {
    private static final int KILLS = Integer.getInteger("kills", 2);

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("seed", 4711));

    @Test
    void reachesTheDesiredStateHoweverOftenItIsKilled() throws Exception {
        try (FakeFlex flex = FakeFlex.builder()
                .rules(80)
                .taskQueues(40)
                .taskChannels("voice", "sms", "chat", "email")
                .start()) {
            String file = folder.resolve("rules.ndjson").toString();
            Shell shell = Shell.of(flex);
            assertThat(shell.run("export", "--file", file).exitCode()).isZero();
            List<Map<String, @Nullable Object>> desired = content(flex);
            flex.inject(Fault.parse("delay=40ms"));
            for (int killed = 0; killed < KILLS; ) {
                change(flex);
                killed += applied(flex, file);
                assertThat(content(flex)).isEqualTo(desired);
            }
        }
    }

    /** Deletes, changes and adds rules. */
    private void change(FakeFlex flex) {
        flex.clearFaults();
        Shell shell = Shell.of(flex);
        List<String> sids = flex.sids();
        List<String> delete = new ArrayList<>(List.of("rules", "delete"));
        delete.addAll(sids.subList(0, 30));
        assertThat(shell.run(delete.toArray(String[]::new)).exitCode()).isZero();
        for (String sid : sids.subList(30, 40)) {
            Map<String, @Nullable Object> rule = new TreeMap<>(Objects.requireNonNull(flex.rule(sid)));
            rule.put("active", !Boolean.TRUE.equals(rule.get("active")));
            String json = new String(JsonCodec.standard().write(rule), StandardCharsets.UTF_8);
            assertThat(shell.type(json)
                            .run("rules", "update", sid, "--file", "-")
                            .exitCode())
                    .isZero();
        }
        for (int i = 0; i < 8; i++) {
            String sid = "QY" + String.format("%032x", random.nextInt(Integer.MAX_VALUE));
            flex.add(Map.of("sid", sid, "rule_friendly_name", "extra " + sid));
        }
        flex.inject(Fault.parse("delay=40ms"));
    }

    /** Runs the command until it is done, and returns how often it was killed. */
    private int applied(FakeFlex flex, String file) throws IOException, InterruptedException {
        for (int killed = 0; ; killed++) {
            flex.clearRequests();
            Process process = apply(flex, file);
            while (process.isAlive() && reads(flex) == flex.requestCount()) {
                Thread.sleep(5);
            }
            boolean done = process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            if (done) {
                String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.exitValue()).as(err).isZero();
                return killed;
            }
            process.destroyForcibly().waitFor();
        }
    }

    private static long reads(FakeFlex flex) {
        return flex.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    private Process apply(FakeFlex flex, String file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "apply",
                "--from",
                file,
                "--delete",
                "--max-deletes",
                "20",
                "--yes",
                "--quiet");
        builder.environment().keySet().removeIf(name -> name.startsWith("TWILIO_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("TWILIO_ACCOUNT_SID", flex.accountSid());
        builder.environment().put("TWILIO_AUTH_TOKEN", flex.authToken());
        builder.environment().put("FLEX_INSTANCE_SID", flex.instanceSid());
        builder.environment().put("FLEX_BASE_URL", flex.baseUrl());
        return builder.start();
    }

    private static List<Map<String, @Nullable Object>> content(FakeFlex flex) {
        List<Map<String, @Nullable Object>> content = new ArrayList<>();
        for (Map<String, @Nullable Object> rule : flex.rules()) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            rule.forEach((name, value) -> members.put(name, String.valueOf(value)));
            List.of("sid", "date_created", "date_updated", "url").forEach(members::remove);
            content.add(members);
        }
        content.sort((one, other) -> String.valueOf(one.get("rule_friendly_name"))
                .compareTo(String.valueOf(other.get("rule_friendly_name"))));
        return content;
    }
}
