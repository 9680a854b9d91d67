package io.github.flexalerts.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.flexalerts.cli.Samples;
import io.github.flexalerts.cli.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command prints of a refusal: the service's own words, and never a secret. */
class RefusalsTest {
    private static final String SECRET = "s3cr3t-auth-token";
    private static final String LIMIT =
            "{\"code\":45004,\"message\":\"An account may hold at most 100 alerts\",\"status\":400}";
    private static final String PROBLEM =
            "{\"title\":\"Unprocessable\",\"status\":422,\"detail\":\"One field is wrong\","
                    + "\"errors\":[{\"detail\":\"must be positive\",\"pointer\":\"#/rule_thresholds/0/threshold_value\"}]}";
    private static final String ERROR_AS_SUCCESS =
            "{\"code\":20404,\"message\":\"The requested resource was not found\",\"status\":404}";

    private HttpServer server;
    private volatile int status = 400;
    private volatile String body = "";
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Shell.Result run(String input, String... args) {
        return Shell.bare()
                .set("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
                .set("TWILIO_AUTH_TOKEN", SECRET)
                .set("FLEX_WORKSPACE_SID", "WS00000000000000000000000000000001")
                .set("FLEX_INSTANCE_SID", "GO00000000000000000000000000000001")
                .set("FLEX_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort())
                .type(input)
                .run(args);
    }

    private void answer(int status, String body) {
        this.status = status;
        this.body = body;
    }

    @Test
    void printsTheServicesWordsBelowTheLineThatFailed() {
        answer(400, LIMIT);
        Shell.Result result = run(Samples.line("x"), "rules", "create", "--file", "-");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("line 1: rules.create failed: 400, Twilio code 45004")
                .contains("\n  the service says: An account may hold at most 100 alerts\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules create --file -",
                "rules update QY1 --file -",
                "rules get QY1",
                "rules list",
                "rules delete QY1",
                "users list",
                "queues list",
                "channels list",
                "notifications get flex_1",
                "notifications delete flex_1",
                "alerts describe QY1",
                "alerts delete QY1",
            })
    void printsEachFieldThatWasRefused(String command) {
        answer(422, PROBLEM);
        Shell.Result result = run(Samples.line("x"), command.split(" "));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("the service says: One field is wrong")
                .contains("  #/rule_thresholds/0/threshold_value: must be positive");
    }

    @Test
    void printsTheWordsInTheReportOfTheDoctorToo() {
        answer(422, PROBLEM);
        Shell.Result result = run("", "doctor");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("  #/rule_thresholds/0/threshold_value: must be positive");
    }

    @Test
    void masksSecretsAndControlCharactersThatTheServiceRepeats() {
        String basic = Base64.getEncoder()
                .encodeToString(("AC00000000000000000000000000000001:" + SECRET).getBytes(StandardCharsets.UTF_8));
        answer(400, "{\"message\":\"you sent " + SECRET + " and " + basic + "\\u001b[31m\\nsecond line\"}");
        Shell.Result result = run(Samples.line("x"), "rules", "create", "--file", "-");
        assertThat(result.err())
                .contains("the service says: you sent *** and ***")
                .doesNotContain(SECRET, basic, "\u001b")
                .doesNotContain("\nsecond line");
    }

    @ParameterizedTest
    @CsvSource({"rules create --file -, 2", "notifications create --file -, 1"})
    void reportsAnEmptyAnswerToACreateAsAmbiguous(String command, int most) {
        answer(200, ERROR_AS_SUCCESS);
        String input = command.startsWith("rules")
                ? Samples.line("x")
                : "{\"emails\":{\"email_recipients\":[{\"email_address\":\"a@example.com\"}]}}";
        Shell.Result result = run(input, command.split(" "));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("may or may not have been created");
        assertThat(requests.get()).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rules get QY1", "rules update QY1 --file -", "notifications get flex_1", "alerts describe QY1"})
    void failsIfASuccessHasNoBody(String command) {
        answer(200, ERROR_AS_SUCCESS);
        Shell.Result result = run(Samples.line("x"), command.split(" "));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("the answer has no ");
    }

    @Test
    void listsTheMemberThatMetaNames() {
        answer(
                200,
                "{\"meta\":{\"key\":\"insights_rules\",\"next_page_url\":null},"
                        + "\"insights_rules\":[{\"sid\":\"QY00000000000000000000000000000001\"}]}");
        Shell.Result result = run("", "rules", "list", "--output", "ndjson");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("QY00000000000000000000000000000001");
    }
}
