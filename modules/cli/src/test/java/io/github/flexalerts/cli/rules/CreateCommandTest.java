package io.github.flexalerts.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.cli.Json;
import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.input.Lines;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.StatusFaults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateCommandTest {
    private final FakeFlex flex = FakeFlex.builder().unlimitedRules().start();
    private final Shell shell = Shell.of(flex);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        flex.close();
    }

    private Shell.Result create(String input, String... options) {
        String[] args = new String[4 + options.length];
        System.arraycopy(new String[] {"rules", "create", "--file", "-"}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        return shell.type(input).run(args);
    }

    @Test
    void createsTheRuleOfTheReference() throws IOException {
        Path file = folder.resolve("rule.json");
        Files.writeString(file, Samples.PRETTY);

        Shell.Result result = shell.run("rules", "create", "--file", file.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(Json.object(result.out())).isEqualTo(flex.rules().get(0));
        assertThat(flex.requests().get(0).json()).isEqualTo(Json.object(Samples.PRETTY));
    }

    @Test
    void createsManyEightAtATime() {
        flex.inject(ConnectionFaults.delay(Duration.ofMillis(1)));
        String input =
                IntStream.range(0, 100).mapToObj(n -> Samples.line("n" + n)).collect(Collectors.joining());

        Shell.Result result = create(input);

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines().stream().map(line -> Json.object(line).get("rule_friendly_name")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).<Object>mapToObj(n -> "n" + n).toList());
        assertThat(flex.rules()).hasSize(100);
        assertThat(flex.maxInFlight()).isBetween(2, 8);
    }

    @Test
    void readsSeveralObjectsOverSeveralLines() {
        assertThat(create(Samples.PRETTY + "\n" + Samples.PRETTY).exitCode()).isZero();
        assertThat(flex.rules()).hasSize(2);
    }

    @Test
    void readsWhatWindowsWrites() {
        assertThat(create("\uFEFF" + Samples.line("a").replace("\n", "\r\n") + "\r\n")
                        .exitCode())
                .isZero();
        assertThat(flex.rules()).hasSize(1);
    }

    @Test
    void sendsWhileTheInputIsStillBeingWritten() throws Exception {
        PipedInputStream in = new PipedInputStream();
        CompletableFuture<Shell.Result> running;
        try (PipedOutputStream writer = new PipedOutputStream(in)) {
            running = CompletableFuture.supplyAsync(() -> shell.in(in).run("rules", "create", "--file", "-"));
            writer.write(Samples.line("first").getBytes(UTF_8));
            writer.flush();
            flex.awaitRequests(1, Duration.ofSeconds(20));
            writer.write(Samples.line("second").getBytes(UTF_8));
        }
        assertThat(running.get(20, TimeUnit.SECONDS).outLines()).hasSize(2);
    }

    @Test
    void reportsFailedLinesAndKeepsTheOthers() {
        flex.inject(StatusFaults.status(400).on("rules.create").onRequest(2));
        String input = Samples.line("a") + "{\"rule_friendly_name\": \"Ada\n\n" + Samples.line("b")
                + Samples.lineWithout("metric_id") + Samples.line("c");

        Shell.Result result = create(input, "--concurrency", "1");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines()).hasSize(2);
        assertThat(flex.rules())
                .extracting(rule -> rule.get("rule_friendly_name"))
                .containsExactly("a", "c");
        assertThat(result.failures())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("line 2: not valid JSON")
                                .doesNotContain("Ada"),
                        line -> assertThat(line).startsWith("line 4: rules.create failed: 400"),
                        line -> assertThat(line).isEqualTo("line 5: metric_id is missing"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                             | line 1: rule_friendly_name is missing; metric_id is missing
            nonsense                       | line 1: not valid JSON
            {                              | not valid JSON
            "text"                         | line 1: a rule must be an object
            null                           | line 1: a rule must be an object, found nothing
            [{}]                           | line 1:
            {"rule_friendly_name": "Ada"}  | metric_id is missing
            {"metric_id": 5}               | metric_id must be text, found a number
            """)
    void sendsNothingIfTheInputCannotBeRight(String input, String message) {
        Shell.Result result = create(input);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message).doesNotContain("Ada", "nonsense"));
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void namesTheFieldsOfEveryLineIfNoneCanBeSent() {
        Shell.Result result = create(Samples.lineWithout("active") + Samples.lineWithout("notify_enabled"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).containsExactly("line 1: active is missing", "line 2: notify_enabled is missing");
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void stopsAtBrokenJsonOverSeveralLines() {
        Shell.Result result = create(Samples.PRETTY + "{\n\"active\": maybe\n}\n" + Samples.PRETTY);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines()).containsExactly("line 22: not valid JSON; nothing after it was read");
        assertThat(flex.rules()).hasSize(1);
    }

    @Test
    void refusesAnEmptyInput() {
        assertThat(create("\n \n")).isEqualTo(new Shell.Result(2, "", "stdin contains no rule\n"));
    }

    @Test
    void boundsALine() {
        Shell.Result result = create("{\"x\":\"" + "x".repeat(Lines.LONGEST) + "\"}\n" + Samples.line("a"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines()).containsExactly("line 1: longer than 1048576 bytes");
        assertThat(flex.rules()).hasSize(1);
    }

    @Test
    void warnsOnceOfAnUnknownMember() {
        String misspelt = Samples.line("a").replace("notify_duration", "notify_duraton");

        Shell.Result result = create(misspelt + misspelt);

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .matches("note: line [12]: not a member of a rule, left out: notify_duraton");
    }

    @Test
    void writesAnObjectForOneRuleAndAnArrayForMoreAsJson() {
        assertThat(Json.object(create(Samples.line("a"), "--output", "json").out()))
                .containsKey("sid");
        assertThat(Json.array(create(Samples.line("a") + Samples.line("b") + Samples.line("c"), "--output", "json")
                        .out()))
                .hasSize(3);
        assertThat(Json.array(
                        create(Samples.line("a") + "{}\n", "--output", "json").out()))
                .hasSize(1);
    }

    @Test
    void writesATable() {
        assertThat(create(Samples.line("a"), "--output", "table").outLines()).hasSize(2);
    }

    @Test
    void readsBackARuleAfterALostAnswer() {
        flex.inject(ConnectionFaults.createdThenReset());

        Shell.Result result = create(Samples.line("a"));

        assertThat(result.exitCode()).isZero();
        assertThat(flex.rules()).hasSize(1);
        assertThat(Json.object(result.out()))
                .containsEntry("sid", flex.rules().get(0).get("sid"));
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("note: line 1: the answer was lost"));
    }

    @Test
    void reportsUnresolvedIfItCannotReadBack() {
        flex.inject(
                ConnectionFaults.createdThenReset(), StatusFaults.status(400).on("rules.list"));

        Shell.Result result = create(Samples.line("a"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("line 1: rules.create may or may not have been processed")
                        .contains("look with 'flex-alerts rules list'"));
    }

    @Test
    void reportsHowManyWereCreatedWhenStdoutIsClosed() {
        shell.type(Samples.line("a"));
        Shell.Result result = shell.runInto(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                "rules",
                "create",
                "--file",
                "-");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("stdout was closed after 1 were created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51"})
    void boundsTheConcurrency(String concurrency) {
        Shell.Result result = create(Samples.line("a"), "--concurrency", concurrency);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--concurrency must be between 1 and 50");
    }

    @Test
    void refusesAFileThatIsNotThereOrIsAFolder() {
        Shell.Result missing = shell.run(
                "rules", "create", "--file", folder.resolve("none.json").toString());
        Shell.Result directory = shell.run("rules", "create", "--file", folder.toString());

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("no such file");
        assertThat(directory.exitCode()).isEqualTo(2);
        assertThat(directory.err()).contains("is a directory");
        assertThat(flex.requestCount()).isZero();
    }
}
