package io.github.flexalerts.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.Terminal;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.PageFaults;
import io.github.flexalerts.testkit.StatusFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkCommandsTest {
    private static final String OTHER = "GO" + "b".repeat(32);

    @TempDir
    Path folder;

    private FakeFlex flex;
    private Shell shell;
    private String file;

    @BeforeEach
    void start() {
        flex = FakeFlex.builder()
                .rules(20)
                .users(5)
                .taskQueues(40)
                .taskChannels("voice", "sms", "chat", "email")
                .instance(OTHER)
                .start();
        shell = Shell.of(flex)
                .set("FLEX_TASKROUTER_URL", flex.baseUrl())
                .set("FLEX_WORKSPACE_SID", flex.workspaceSid());
        file = folder.resolve("rules.ndjson").toString();
    }

    @AfterEach
    void stop() {
        flex.close();
    }

    private void export() {
        assertThat(shell.run("export", "--file", file).exitCode()).isZero();
        flex.clearRequests();
    }

    private void delete(int rules) {
        List<String> sids = flex.sids().subList(0, rules);
        String[] args = new String[rules + 2];
        args[0] = "rules";
        args[1] = "delete";
        for (int i = 0; i < rules; i++) {
            args[i + 2] = sids.get(i);
        }
        assertThat(shell.run(args).exitCode()).isZero();
        flex.clearRequests();
    }

    private String add(String name) {
        String sid = "QY" + String.format("%032x", name.hashCode() & 0xFFFF);
        return flex.add(Map.of("sid", sid, "rule_friendly_name", name, "active", true));
    }

    private void assertNoWrites() {
        assertThat(flex.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void restoresRulesAndThenFindsNoDrift() {
        export();
        delete(20);
        assertThat(shell.run("drift", "--from", file).exitCode()).isEqualTo(3);
        assertNoWrites();
        Shell.Result applied = shell.run("apply", "--from", file, "--yes");
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.out()).contains("20 to create").endsWith("20 steps done, 0 failed\n");
        assertThat(flex.rules()).hasSize(20);
        assertThat(Path.of(file + ".journal")).doesNotExist();
        flex.clearRequests();
        assertThat(shell.run("drift", "--from", file, "--delete").exitCode()).isZero();
        assertThat(shell.run("apply", "--from", file).exitCode()).isZero();
        assertNoWrites();
    }

    @Test
    void exportsToStdoutWithFilters() {
        Shell.Result result = shell.run("export", "--file", "-", "--active", "true", "--metric", "Active (Now)");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("\"filter\":{\"active\":true,\"metric_ids\":[\"Active (Now)\"],\"task_queue_sids\":[]}");
        assertThat(result.err()).contains("exported ");
    }

    @Test
    void printsThePlanWithSignsAndValuesOrAsJson() throws IOException {
        export();
        String sid = flex.sids().get(0);
        add("extra");
        delete(1);
        String text = Files.readString(Path.of(file));
        Files.writeString(Path.of(file), text);
        Shell.Result plan = shell.run(
                "plan", "--from", file, "--delete", "--out", folder.resolve("p").toString());
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out())
                .contains("\n- extra  QY")
                .contains("\n= ")
                .contains("1 to create, 0 to update, 1 to delete, 19 unchanged");
        assertThat(plan.out()).startsWith("+ ").doesNotContain(sid);
        Shell.Result json = shell.run("plan", "--from", file, "--output", "json");
        assertThat(json.out()).contains("\"create\" : 1").contains("\"only_at_target\" : [");
        assertNoWrites();
        Shell.Result applied =
                shell.run("apply", "--plan", folder.resolve("p").toString(), "--yes", "--output", "ndjson");
        assertThat(applied.exitCode()).isZero();
        assertThat(applied.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("{\"event\":\"rule\",\"action\":\"delete\",\"outcome\":\"written\""));
        assertThat(shell.run("drift", "--from", file).exitCode()).isZero();
    }

    @Test
    void showsOldAndNewValuesOfAnUpdate() {
        export();
        Map<String, @Nullable Object> rule = flex.rules().get(0);
        Shell.Result updated = shell.type("{\"rule_friendly_name\":\"" + rule.get("rule_friendly_name")
                        + "\",\"metric_id\":\"Active (Now)\",\"task_channel_sid\":\"" + rule.get("task_channel_sid")
                        + "\",\"task_queue_sids\":[\"WQ1\"],\"active\":false,\"rule_thresholds\":[{\"threshold_type\":"
                        + "\"Critical\",\"threshold_operator\":\"Greater Than\",\"threshold_value\":9}],"
                        + "\"notify_enabled\":false}")
                .run("rules", "update", String.valueOf(rule.get("sid")), "--file", "-");
        assertThat(updated.exitCode()).as(updated.err()).isZero();
        Shell.Result plan = shell.run("plan", "--from", file);
        assertThat(plan.out()).contains("~ ").contains("    task_queue_sids: [\"WQ1\"] -> [");
    }

    @Test
    void asksOnATerminal() {
        export();
        delete(2);
        shell.in(new Person());
        Shell.Result refused = shell.type("no\n").run("apply", "--from", file, "--quiet");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("2 to create").contains("the answer was not yes");
        assertNoWrites();
        assertThat(shell.type("yes\n").run("apply", "--from", file, "--quiet").exitCode())
                .isZero();
        assertThat(flex.rules()).hasSize(20);
    }

    @Test
    void writesNothingWithoutYesOrWithTooManyDeletions() {
        delete(8);
        export();
        for (int i = 0; i < 11; i++) {
            add("extra-" + i);
        }
        Shell.Result noTerminal = shell.run("apply", "--from", file, "--delete", "--max-deletes", "20");
        assertThat(noTerminal.exitCode()).isEqualTo(2);
        assertThat(noTerminal.err()).contains("add --yes");
        Shell.Result tooMany = shell.run("apply", "--from", file, "--delete", "--yes");
        assertThat(tooMany.exitCode()).isEqualTo(2);
        assertThat(tooMany.err()).contains("deletes 11 of 23 rules, and at most 10 may be deleted");
        assertThat(shell.run("apply", "--from", file, "--delete", "--max-deletes", "-1")
                        .exitCode())
                .isEqualTo(2);
        assertNoWrites();
        assertThat(Path.of(file + ".journal")).doesNotExist();
        assertThat(shell.run("apply", "--from", file, "--delete", "--max-deletes", "11", "--yes")
                        .exitCode())
                .isZero();
        assertThat(flex.rules()).hasSize(12);
    }

    @Test
    void refusesAnEmptyFileAndAnIncompleteListingWithDeletions() throws IOException {
        export();
        flex.inject(PageFaults.foreignLink("https://evil.example"));
        Shell.Result incomplete = shell.run("apply", "--from", file, "--delete", "--yes");
        assertThat(incomplete.exitCode()).isEqualTo(2);
        assertThat(incomplete.err()).contains("listing of the target is not complete");
        flex.clearFaults();
        flex.clear();
        export();
        flex.seed(3);
        Shell.Result empty = shell.run("apply", "--from", file, "--delete", "--yes");
        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.err()).contains("all rules of the target would be deleted");
        Path plain = Files.writeString(folder.resolve("plain.yaml"), "");
        assertThat(shell.run("plan", "--from", plain.toString()).exitCode()).isEqualTo(2);
        assertNoWrites();
    }

    @Test
    void acceptsPlainRulesAndNamesWhatIsWrongInThem() throws IOException {
        String rules = shell.run("rules", "list", "--output", "ndjson").out();
        Path plain = Files.writeString(folder.resolve("rules.ndjson2"), rules);
        assertThat(shell.run("drift", "--from", plain.toString()).exitCode()).isZero();
        Shell.Result deletes = shell.run("plan", "--from", plain.toString(), "--delete");
        assertThat(deletes.exitCode()).isEqualTo(2);
        assertThat(deletes.err()).contains("deletions: a file of rules does not say that there are no others");
        Files.writeString(plain, rules.replace("\"active\":", "\"activ\":"));
        Shell.Result wrong = shell.run("plan", "--from", plain.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("line 1: ").contains("; line 20: ").doesNotContain("\uFFFD");
        assertNoWrites();
    }

    @Test
    void keepsTheJournalOfAFailedRunAndContinues() {
        export();
        delete(6);
        flex.inject(StatusFaults.status(400).on("rules.create").onRequests(3, 4));
        Shell.Result failed = shell.run("apply", "--from", file, "--yes", "--quiet");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("the service says:").contains("run the same command again");
        assertThat(failed.out()).isEmpty();
        assertThat(Path.of(file + ".journal")).exists();
        flex.clearFaults();
        assertThat(shell.run("drift", "--from", file).exitCode()).isEqualTo(3);
        Shell.Result again = shell.run("apply", "--from", file, "--yes");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("continuing with the journal");
        assertThat(flex.rules()).hasSize(20);
        assertThat(Path.of(file + ".journal")).doesNotExist();
    }

    @Test
    void keepsTheJournalIfTheTargetMovedAfterAPartWasWritten() {
        export();
        delete(4);
        flex.inject(StatusFaults.status(400).on("rules.create").fromRequest(2));
        assertThat(shell.run("apply", "--from", file, "--yes").exitCode()).isEqualTo(1);
        flex.clearFaults();
        add("new");
        Shell.Result moved = shell.run("apply", "--from", file, "--yes");
        assertThat(moved.exitCode()).isEqualTo(2);
        assertThat(moved.err()).contains("to give up the rest, remove the journal");
        assertThat(Path.of(file + ".journal")).exists();
    }

    @Test
    void refusesTheJournalOfAnotherFile() throws IOException {
        export();
        delete(2);
        flex.inject(StatusFaults.status(400).on("rules.create"));
        assertThat(shell.run("apply", "--from", file, "--yes").exitCode()).isEqualTo(1);
        flex.clearFaults();
        Path journal = Path.of(file + ".journal");
        export();
        Shell.Result other = shell.run("apply", "--from", file, "--yes");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("belongs to another file or plan");
        Files.writeString(journal, "x");
        assertThat(shell.run("apply", "--from", file, "--yes").err()).contains("cannot be read");
        assertNoWrites();
    }

    @Test
    void refusesAPlanOfATargetThatMoved() {
        export();
        delete(2);
        String plan = folder.resolve("p").toString();
        assertThat(shell.run("plan", "--from", file, "--out", plan).exitCode()).isZero();
        String added = add("new");
        Shell.Result moved = shell.run("apply", "--plan", plan, "--yes");
        assertThat(moved.exitCode()).isEqualTo(2);
        assertThat(moved.err()).contains("rule " + added + " appeared").contains("make a new plan");
        assertThat(Path.of(plan + ".journal")).doesNotExist();
        assertThat(shell.run("apply", "--plan", plan, "--delete", "--yes").err())
                .contains("--delete belongs to 'plan'");
        assertThat(shell.run("apply", "--plan", file, "--yes").err()).contains("not of format flex-alerts-plan");
        assertThat(shell.run("apply", "--yes").exitCode()).isEqualTo(2);
        assertNoWrites();
    }

    @Test
    void reportsConflictsAndExitsWith2() {
        export();
        add(String.valueOf(flex.rules().get(0).get("rule_friendly_name")));
        Shell.Result plan = shell.run("plan", "--from", file);
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.out()).contains("! QY");
        assertThat(plan.err()).contains("--key NAME,METRIC,CHANNEL,QUEUES");
        assertThat(shell.run("drift", "--from", file).exitCode()).isEqualTo(2);
        assertThat(shell.run("apply", "--from", file, "--yes").exitCode()).isEqualTo(2);
        assertNoWrites();
    }

    @Test
    void settlesLostAnswers() {
        export();
        delete(5);
        flex.inject(ConnectionFaults.createdThenReset().on("rules.create").everyRequest(2));
        assertThat(shell.run("apply", "--from", file, "--yes").exitCode()).isZero();
        assertThat(flex.rules()).hasSize(20);
    }

    @Test
    void copiesToAnotherInstanceByNameOrMapping() throws IOException {
        String journal = folder.resolve("j").toString();
        Shell.Result unmapped = shell.run("copy", "--to-instance", OTHER, "--yes", "--journal", journal);
        assertThat(unmapped.exitCode()).as(unmapped.err()).isEqualTo(2);
        assertThat(unmapped.err()).contains("notification configuration ");
        String ttid = flex.rules().stream()
                .map(rule -> rule.get("notify_methods_id"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
        Path mapping = Files.writeString(
                folder.resolve("m.yaml"), "notification_configurations: {" + ttid + ": " + ttid + "}");
        assertThat(flex.rules(OTHER)).isEmpty();
        Shell.Result copied = shell.run(
                "copy", "--to-instance", OTHER, "--yes", "--journal", journal, "--mapping", mapping.toString());
        assertThat(copied.exitCode()).as(copied.err()).isZero();
        assertThat(flex.rules(OTHER)).hasSize(20);
        assertThat(shell.run("copy", "--to-instance", flex.instanceSid()).err()).contains("the same instance");
        assertThat(shell.run("copy").err()).contains("--to-instance or --to-profile");
    }

    @Test
    void refusesAWrongMapping() throws IOException {
        export();
        Path mapping = Files.writeString(folder.resolve("m.yaml"), "queue: {}");
        assertThat(shell.run("plan", "--from", file, "--mapping", mapping.toString())
                        .err())
                .contains("there is no member 'queue'; a mapping has queues, channels");
        Files.writeString(mapping, "queues: {WQ1: 5}");
        assertThat(shell.run("plan", "--from", file, "--mapping", mapping.toString())
                        .err())
                .contains("the value of 'WQ1' must be an SID");
    }

    /** A terminal with a person at it. */
    private static final class Person implements Terminal {
        @Override
        public int columns() {
            return UNLIMITED;
        }

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public boolean showsProgress() {
            return false;
        }
    }
}
