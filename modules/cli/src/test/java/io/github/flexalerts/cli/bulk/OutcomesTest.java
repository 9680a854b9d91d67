package io.github.flexalerts.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.PageFaults;
import io.github.flexalerts.testkit.StatusFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of outcomes in docs/bulk.md: each situation is produced, and the exit code and the service are compared. */
class OutcomesTest {
    private static final Path DOCUMENT = Path.of("../../docs/bulk.md");

    @TempDir
    Path folder;

    private FakeFlex flex;
    private Shell shell;
    private String file;

    /** Produces a situation and returns the exit code. */
    @FunctionalInterface
    private interface Situation {
        int run() throws IOException;
    }

    @BeforeEach
    void start() {
        flex = FakeFlex.builder()
                .rules(12)
                .taskQueues(40)
                .taskChannels("voice", "sms", "chat", "email")
                .start();
        shell = Shell.of(flex);
        file = folder.resolve("rules-" + System.nanoTime() + ".ndjson").toString();
        assertThat(shell.run("export", "--file", file).exitCode()).isZero();
    }

    @AfterEach
    void stop() {
        flex.close();
    }

    @Test
    void producesEverySituationOfTheDocument() throws IOException {
        Map<String, Situation> situations = situations();
        Map<String, Integer> documented = documented();
        assertThat(documented.keySet()).containsExactlyElementsOf(situations.keySet());
        for (Map.Entry<String, Situation> situation : situations.entrySet()) {
            stop();
            start();
            assertThat(situation.getValue().run()).as(situation.getKey()).isEqualTo(documented.get(situation.getKey()));
        }
    }

    private static Map<String, Integer> documented() throws IOException {
        String text = Files.readString(DOCUMENT);
        Map<String, Integer> rows = new LinkedHashMap<>();
        text.substring(text.indexOf("<!-- outcomes -->"), text.indexOf("<!-- end of outcomes -->"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| situation"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> rows.put(cells[1].strip(), Integer.valueOf(cells[3].strip())));
        return rows;
    }

    private Map<String, Situation> situations() {
        Map<String, Situation> all = new LinkedHashMap<>();
        all.put("the target changed after the plan was made", this::movedBefore);
        all.put("a rule changes while the plan is applied", this::movedDuring);
        all.put("the answer of a create is lost after the service stored the rule", () -> lost("rules.create"));
        all.put("the answer of an update or a deletion is lost", () -> lost("rules.update", "rules.delete"));
        all.put("the answer of the create of a notification configuration is lost", this::lostConfiguration);
        all.put("the service throttles (429), or resets connections before it acts", this::storm);
        all.put("the service refuses a write", this::refused);
        all.put("the process is killed", this::killed);
        all.put("more deletions than `--max-deletes`", () -> {
            extra(3);
            return unwritten("--delete", "--max-deletes", "2", "--yes");
        });
        all.put("the desired state is empty, with `--delete`", () -> {
            flex.clear();
            assertThat(shell.run("export", "--file", file).exitCode()).isZero();
            extra(1);
            return unwritten("--delete", "--yes");
        });
        all.put("the listing of the target is not complete, with `--delete`", () -> {
            flex.inject(PageFaults.foreignLink("https://evil.example"));
            return unwritten("--delete", "--yes");
        });
        all.put("no `--yes` and no terminal", () -> {
            delete(1);
            return unwritten();
        });
        return all;
    }

    private int movedBefore() {
        delete(2);
        String plan = folder.resolve("p").toString();
        assertThat(shell.run("plan", "--from", file, "--out", plan).exitCode()).isZero();
        delete(1);
        int rules = flex.rules().size();
        int exitCode = shell.run("apply", "--plan", plan, "--yes").exitCode();
        assertThat(flex.rules()).hasSize(rules);
        return exitCode;
    }

    /** The fetch before the update waits, and the rule is changed meanwhile. */
    private int movedDuring() {
        String sid = update(0);
        extra(1);
        flex.inject(ConnectionFaults.delay(Duration.ofMillis(400)).on("rules.list"));
        CompletableFuture<Integer> run = CompletableFuture.supplyAsync(
                () -> shell.run("apply", "--from", file, "--delete", "--yes").exitCode());
        flex.clearRequests();
        while (flex.requests().stream()
                        .filter(each -> each.operation().equals("rules.list"))
                        .count()
                < 2) {
            Thread.onSpinWait();
        }
        write(sid, "notify_duration", 123_000);
        int exitCode = run.join();
        assertThat(String.valueOf(Objects.requireNonNull(flex.rule(sid)).get("notify_duration")))
                .isEqualTo("123000");
        assertThat(flex.rules()).hasSize(13);
        return exitCode;
    }

    private int lost(String... operations) {
        delete(2);
        update(0);
        extra(1);
        flex.inject(ConnectionFaults.createdThenReset().on(operations));
        return restored("--delete");
    }

    private int lostConfiguration() throws IOException {
        String ttid = created("{emails: {email_recipients: [{email_address: a@example.com}]}}");
        String sid = flex.sids().get(0);
        write(sid, "notify_methods_id", ttid);
        assertThat(shell.run("export", "--file", file, "--destinations").exitCode())
                .isZero();
        assertThat(shell.run("rules", "delete", sid).exitCode()).isZero();
        assertThat(shell.run("notifications", "delete", ttid).exitCode()).isZero();
        flex.inject(
                ConnectionFaults.createdThenReset().on("notifications.create").onRequest(1));
        int exitCode = shell.run("apply", "--from", file, "--yes").exitCode();
        assertThat(flex.rules()).hasSize(11);
        assertThat(flex.notificationConfigurations()).hasSize(1);
        assertThat(shell.run("apply", "--from", file, "--yes").exitCode()).isZero();
        assertThat(flex.rules()).hasSize(12);
        return exitCode;
    }

    private String created(String destinations) throws IOException {
        Path input = Files.writeString(folder.resolve("d.yaml"), destinations);
        return shell.run("notifications", "create", "--file", input.toString())
                .out()
                .strip();
    }

    private int storm() {
        delete(6);
        flex.inject(
                StatusFaults.retryAfter(429, "0").on("rules.create").atRate(40),
                ConnectionFaults.resetBeforeHeaders().on("rules.create").everyRequest(3));
        return restored();
    }

    private int refused() {
        delete(3);
        extra(1);
        flex.inject(StatusFaults.status(400).on("rules.create").onRequest(2));
        int exitCode = shell.run("apply", "--from", file, "--delete", "--yes").exitCode();
        assertThat(flex.rules()).hasSize(9 + 2 + 1);
        assertThat(Path.of(file + ".journal")).exists();
        return exitCode;
    }

    /** A failed run leaves the same journal as a killed one; {@code ApplyKillTest} kills processes. */
    private int killed() {
        delete(4);
        flex.inject(StatusFaults.status(400).on("rules.create").fromRequest(3));
        assertThat(shell.run("apply", "--from", file, "--yes").exitCode()).isEqualTo(1);
        flex.clearFaults();
        return restored();
    }

    private int restored(String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"apply", "--from", file, "--yes"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        Shell.Result result = shell.run(args);
        flex.clearFaults();
        assertThat(flex.rules()).as(result.err()).hasSize(12);
        assertThat(shell.run("drift", "--from", file).exitCode()).isZero();
        return result.exitCode();
    }

    private int unwritten(String... more) {
        flex.clearRequests();
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"apply", "--from", file}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        int exitCode = shell.run(args).exitCode();
        assertThat(flex.requests()).allMatch(request -> request.method().equals("GET"));
        return exitCode;
    }

    private void delete(int rules) {
        for (String sid : List.copyOf(flex.sids().subList(0, rules))) {
            assertThat(shell.run("rules", "delete", sid).exitCode()).isZero();
        }
    }

    private void extra(int rules) {
        for (int i = 0; i < rules; i++) {
            flex.add(Map.of("sid", "QY" + String.format("%032x", i), "rule_friendly_name", "extra " + i));
        }
    }

    /** Changes a rule and returns its SID. */
    private String update(int index) {
        String sid = flex.sids().get(index);
        write(
                sid,
                "active",
                !Boolean.TRUE.equals(Objects.requireNonNull(flex.rule(sid)).get("active")));
        return sid;
    }

    private void write(String sid, String member, Object value) {
        Map<String, @Nullable Object> rule = new LinkedHashMap<>(Objects.requireNonNull(flex.rule(sid)));
        rule.put(member, value);
        String json = new String(JsonCodec.standard().write(rule), StandardCharsets.UTF_8);
        Shell.Result result = Shell.of(flex).type(json).run("rules", "update", sid, "--file", "-");
        assertThat(result.exitCode()).as(result.err()).isZero();
    }
}
