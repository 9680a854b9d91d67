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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRunTest {
    private static final int UNTIL_CONFIGURATION = 5;
    private static final int UNTIL_RULE = 6;

    private final FakeFlex flex = FakeFlex.start();
    private final Shell shell = Shell.of(flex);

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void write() throws IOException {
        flex.addTaskQueue("Support");
        file = folder.resolve("alert.yaml");
        journal = folder.resolve("alert.yaml.journal");
        Files.writeString(file, Samples.ALERT);
    }

    @AfterEach
    void close() {
        flex.close();
    }

    private Shell.Result create(String... more) {
        return shell.run(Samples.joined(new String[] {"alerts", "create", "--file", file.toString()}, more));
    }

    private Shell.Result interrupted(int requests, String... faults) throws Exception {
        for (String fault : faults) {
            flex.inject(Fault.parse(fault));
        }
        CompletableFuture<Shell.Result> ended = new CompletableFuture<>();
        Thread command = new Thread(() -> ended.complete(create()));
        command.start();
        flex.awaitRequests(requests, Duration.ofSeconds(20));
        command.interrupt();
        Shell.Result result = ended.get(20, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(130);
        return result;
    }

    @Test
    void waitsForAConfigurationInFlightAndDeletesIt() throws Exception {
        Shell.Result result = interrupted(UNTIL_CONFIGURATION, "delay@notifications.create=1s");

        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("interrupted", "is deleted again"));
        assertThat(flex.requests()).last().extracting("method").isEqualTo("DELETE");
        assertThat(flex.notificationConfigurations()).isEmpty();
        assertThat(flex.rules()).isEmpty();
        assertThat(journal).doesNotExist();
    }

    @Test
    void waitsForTheRuleThatIsBeingWritten() throws Exception {
        Shell.Result result = interrupted(UNTIL_RULE, "delay@rules.create=1s");

        assertThat(result.err()).contains("interrupted after the alert was created");
        assertThat(flex.rules()).hasSize(1);
        assertThat(flex.notificationConfigurations()).hasSize(1);
        assertThat(journal).doesNotExist();
    }

    @Test
    void namesWhatItCannotTakeBackInTime() throws Exception {
        Shell.Result result =
                interrupted(UNTIL_CONFIGURATION, "delay@notifications.create=500ms", "hang@notifications.delete");

        String ttid = String.valueOf(flex.notificationConfigurations().get(0).get("ttid"));
        assertThat(result.err())
                .contains(ttid + " may exist", "'" + journal + "' records its id: run the command again");
        assertThat(Files.readString(journal)).contains(ttid);
        flex.clearFaults();
        assertThat(create().exitCode()).isZero();
        assertThat(flex.notificationConfigurations())
                .singleElement()
                .extracting("ttid")
                .isEqualTo(ttid);
    }

    @Test
    void warnsOfAPossibleConfigurationAfterALostAnswer() throws Exception {
        Shell.Result result = interrupted(UNTIL_CONFIGURATION, "hang@notifications.create");

        assertThat(result.err()).contains("with an unknown id may exist");
        assertThat(journal).exists();
    }

    @Test
    void namesTheOrphanAlthoughTheJournalFails() throws Exception {
        flex.inject(
                Fault.parse("delay@rules.create=1s"),
                Fault.parse("status@rules.create=400"),
                Fault.parse("status@notifications.delete=403"));
        CompletableFuture<Shell.Result> ended = new CompletableFuture<>();
        new Thread(() -> ended.complete(create())).start();
        flex.awaitRequests(UNTIL_RULE, Duration.ofSeconds(20));
        Files.delete(journal);
        Files.createDirectories(journal.resolve("in-the-way"));

        Shell.Result result = ended.get(20, TimeUnit.SECONDS);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.failures()).hasSize(2);
        assertThat(result.failures().get(0))
                .contains(
                        String.valueOf(flex.notificationConfigurations().get(0).get("ttid")));
        assertThat(result.failures().get(1)).contains("note: cannot write the journal");
    }

    @Test
    void looksWhetherItCanKeepAJournalBeforeAnythingIsSent() {
        Shell.Result result = create("--journal", folder + "/no/x");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("cannot write the journal", "--journal");
        assertThat(flex.requestCount()).isZero();
    }

    @ParameterizedTest(name = "{index} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"operation":"alerts create","instance_sid":"GO1","ttid":"x"}            | is of 'alerts create', perhaps
            {"operation":"alerts update","sid":"QY1","instance_sid":"$GO","ttid":"x"}| is of 'alerts update QY1'
            {"operation":"alerts create","instance_sid":"$GO","ttid":5}              | is of 'alerts create'
            {"operation":"ada@example.com"}                                          | is of something else
            {"ttid":"x"}                                                             | is of something else
            []                                                                       | cannot be read
            ``                                                                       | cannot be read
            """)
    void refusesTheJournalOfAnotherRun(String text, String message) throws IOException {
        Files.writeString(journal, text.replace("$GO", flex.instanceSid()));

        Shell.Result result = create();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(journal.toString(), message, "--journal")
                .doesNotContain("ada@");
        assertThat(flex.requestCount()).isZero();
        assertThat(journal).exists();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"QY1", "QY2"})
    void keepsTheJournalsOfRulesApart(String other) throws IOException {
        Files.writeString(
                journal,
                "{\"operation\":\"alerts update\",\"sid\":\"QY1\",\"instance_sid\":\"" + flex.instanceSid() + "\"}");

        Shell.Result result = shell.run("alerts", "update", other, "--file", file.toString());

        assertThat(result.exitCode()).isEqualTo(other.equals("QY1") ? 1 : 2);
    }

    @Test
    void reportsWhatAnEarlierRunMayHaveLeft() throws IOException {
        Files.writeString(journal, "{\"operation\":\"alerts create\",\"instance_sid\":\"" + flex.instanceSid() + "\"}");

        Shell.Result result = create();

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("an earlier run", "one may exist whose id is unknown"));
        assertThat(journal).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            status@rules.create=400          | deletes it, unless you continue with it | check first
            created-then-reset@rules.create  | check first with 'flex-alerts rules list | unless you go on
            """)
    void advisesToDeleteOnlyWhatNoRuleCanName(String fault, String hint, String other) {
        flex.inject(
                Fault.parse(fault),
                Fault.parse("status@rules.list:2=403"),
                Fault.parse("status@notifications.delete=403"));

        Shell.Result result = create();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(hint).doesNotContain(other);
    }

    @Test
    void advisesToRunAgainIfTheAnswerOfTheRuleIsLost() throws IOException {
        Files.writeString(file, Samples.ALERT.substring(0, Samples.ALERT.indexOf("destinations:")));
        flex.inject(Fault.parse("created-then-reset@rules.create"), Fault.parse("status@rules.list:2=403"));

        Shell.Result result = create();

        assertThat(result.exitCode()).isEqualTo(1);
        flex.clearFaults();
        assertThat(result.err()).contains("run the command again").doesNotContain("rules list");
        assertThat(create().out()).contains("\"created\":false");
        assertThat(flex.rules()).hasSize(1);
    }

    @Test
    void advisesToLookIfItCouldNotBeSeenWhoNamesWhatADeletionLeft() {
        String sid = String.valueOf(Json.object(create().out()).get("sid"));
        Object ttid = flex.notificationConfigurations().get(0).get("ttid");
        flex.addJson(Samples.line("other").replaceAll("flex_notificationconfiguration_\\w+", String.valueOf(ttid)));
        flex.inject(Fault.parse("status@rules.list:2=403"));

        Shell.Result result = shell.run("alerts", "delete", sid);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains(String.valueOf(ttid), "check first with")
                .doesNotContain("unless you continue", "run the command again");
    }
}
