package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.testkit.RawSocket.End;
import io.github.flexalerts.testkit.RawSocket.Transcript;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFaultsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeFlex flex = FakeFlex.builder().rules(3).start();
    private final Caller caller = new Caller(flex);
    private String list = "";

    @BeforeEach
    void remember() throws Exception {
        list = caller.list("").body();
        flex.clearRequests();
    }

    @AfterEach
    void close() {
        flex.close();
    }

    private Transcript get() throws IOException {
        try (RawSocket socket = new RawSocket(flex)) {
            return socket.get(caller.rules()).readToEnd();
        }
    }

    @Test
    void handlesAtOnceAndAnswersLate() throws Exception {
        flex.inject(ConnectionFaults.delay(Duration.ofMillis(80)));

        long start = System.nanoTime();
        assertThat(caller.create(Caller.BODY).statusCode()).isEqualTo(201);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        assertThat(flex.rules()).hasSize(4);
    }

    @Test
    void appliesAWriteEvenIfTheClientStoppedWaiting() throws Exception {
        flex.inject(ConnectionFaults.delay(Duration.ofHours(1)));
        try (RawSocket socket = new RawSocket(flex)) {
            socket.send("POST", caller.rules(), Caller.BODY);
            flex.awaitRequests(1, LIMIT);
        }

        flex.awaitIdle(LIMIT);

        assertThat(flex.rules()).hasSize(4);
    }

    @Test
    void neverAnswersNorHandles() throws Exception {
        flex.inject(ConnectionFaults.hang());
        try (RawSocket socket = new RawSocket(flex)) {
            socket.send("POST", caller.rules(), Caller.BODY);
            flex.awaitRequests(1, LIMIT);

            assertThat(flex.inFlight()).isEqualTo(1);
            assertThat(socket.available()).isZero();
        }
        flex.awaitIdle(LIMIT);
        assertThat(flex.rules()).hasSize(3);
        assertThat(flex.requests().get(0).status()).isZero();
    }

    @Test
    void stallsInTheMiddleOfTheBody() throws Exception {
        flex.inject(ConnectionFaults.stall());
        try (RawSocket socket = new RawSocket(flex)) {
            String half = list.substring(0, list.length() / 2);
            StringBuilder text = new StringBuilder(socket.get(caller.rules()).read(half.length()));
            while (!text.toString().endsWith(half)) {
                text.append(socket.read(1));
            }

            assertThat(text.toString()).containsIgnoringCase("Content-Length: " + list.length());
            assertThat(socket.available()).isZero();
            assertThat(flex.inFlight()).isEqualTo(1);
        }
        flex.awaitIdle(LIMIT);
    }

    @Test
    void dripsTheBodyInSmallChunks() throws Exception {
        flex.inject(
                ConnectionFaults.drip(3, Duration.ZERO).onRequest(1),
                ConnectionFaults.drip(400, Duration.ofMillis(1)).onRequest(2),
                ConnectionFaults.closeAfterAnswer().onRequest(1));

        Matcher chunk = Pattern.compile("\\G([0-9a-f]+)\r\n(?s:(.{1,3}))\r\n").matcher(get().body());

        StringBuilder body = new StringBuilder();
        while (chunk.find()) {
            assertThat(chunk.group(1))
                    .isEqualTo(Integer.toHexString(chunk.group(2).length()));
            body.append(chunk.group(2));
        }
        assertThat(body).hasToString(list);
        assertThat(caller.list("").body()).isEqualTo(list);
    }

    @Test
    void resetsInsteadOfAnAnswer() throws Exception {
        flex.inject(ConnectionFaults.resetBeforeHeaders());

        assertThat(get()).isEqualTo(new Transcript("", End.RST));
        assertThat(flex.requests().get(0).status()).isZero();
    }

    @Test
    void resetsAfterTheHeaders() throws Exception {
        flex.inject(ConnectionFaults.resetAfterHeaders());

        Transcript transcript = get();

        assertThat(transcript.end()).isEqualTo(End.RST);
        assertThat(transcript.head()).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(transcript.contentLength()).isEqualTo(list.length());
        assertThat(transcript.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reset-in-rule, 1", "reset-in-rule=3, 3"})
    void resetsInTheMiddleOfARule(String fault, int rule) throws Exception {
        flex.inject(Fault.parse(fault));

        Transcript transcript = get();

        assertThat(transcript.end()).isEqualTo(End.RST);
        assertThat(list).startsWith(transcript.body());
        assertThat(transcript.body().split("\"sid\"", -1)).hasSize(rule + 1);
        assertThat(transcript.body()).endsWith(",\"rule_frie");
    }

    @Test
    void resetsInTheMiddleOfABodyThatHasFewerRules() throws Exception {
        flex.inject(ConnectionFaults.resetInRule(4));

        assertThat(get().body()).isEqualTo(list.substring(0, list.length() / 2));
    }

    @Test
    void appliesAWriteAndResetsInsteadOfAnAnswer() throws Exception {
        flex.inject(ConnectionFaults.createdThenReset());
        try (RawSocket socket = new RawSocket(flex)) {
            Transcript transcript =
                    socket.send("POST", caller.rules(), Caller.BODY).readToEnd();

            assertThat(transcript).isEqualTo(new Transcript("", End.RST));
        }
        assertThat(flex.rules()).hasSize(4);
        assertThat(caller.list("").statusCode()).isEqualTo(200);
    }

    @Test
    void declaresMoreThanItSends() throws Exception {
        flex.inject(ConnectionFaults.truncatedBody(10));

        Transcript transcript = get();

        assertThat(transcript.end()).isEqualTo(End.FIN);
        assertThat(transcript.body()).isEqualTo(list);
        assertThat(transcript.contentLength()).isEqualTo(list.length() + 10);
    }

    @Test
    void closesWithTheLastByteWithoutNotice() throws Exception {
        flex.inject(ConnectionFaults.closeAfterAnswer());

        Transcript transcript = get();

        assertThat(transcript.end()).isEqualTo(End.FIN);
        assertThat(transcript.body()).isEqualTo(list);
        assertThat(transcript.head()).doesNotContainIgnoringCase("connection: close");
    }

    @ParameterizedTest
    @CsvSource({"close-after-answer, FIN", "reset-after-headers, RST"})
    void endsAnAnswerWithoutABody(String fault, End end) throws Exception {
        flex.inject(Fault.parse(fault));
        try (RawSocket socket = new RawSocket(flex)) {
            String rule = caller.rules() + "/" + flex.sids().get(0);

            Transcript transcript = socket.send("DELETE", rule, "").readToEnd();

            assertThat(transcript.head()).startsWith("HTTP/1.1 204 No Content");
            assertThat(transcript.body()).isEmpty();
            assertThat(transcript.end()).isEqualTo(end);
        }
    }

    @Test
    void resetsAKeptConnectionWhenItIsUsedAgain() throws Exception {
        flex.inject(ConnectionFaults.staleKeepAlive());
        try (RawSocket socket = new RawSocket(flex)) {
            assertThat(socket.get(caller.rules()).readAnswer().body()).isEqualTo(list);

            Transcript second = socket.send("POST", caller.rules(), Caller.BODY).readToEnd();

            assertThat(second).isEqualTo(new Transcript("", End.RST));
        }
        assertThat(flex.rules()).hasSize(3);
        assertThat(flex.requests())
                .extracting(ReceivedRequest::faults)
                .containsExactly(List.of(), List.of("stale-keep-alive"));
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionFaults.resetInRule(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionFaults.drip(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionFaults.truncatedBody(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionFaults.delay(Duration.ofMillis(-1)));
    }
}
