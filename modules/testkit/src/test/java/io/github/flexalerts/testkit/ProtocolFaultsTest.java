package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolFaultsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

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

    @ParameterizedTest
    @CsvSource({"interim, 103 Early Hints", "interim=102, 102 Processing"})
    void sendsAnInterimAnswerBeforeTheRealOne(String fault, String line) throws Exception {
        flex.inject(Fault.parse(fault));
        try (RawSocket socket = new RawSocket(flex)) {
            for (int i = 0; i < 2; i++) {
                String interim = "HTTP/1.1 " + line + "\r\n\r\n";

                assertThat(socket.get(caller.rules()).read(interim.length())).isEqualTo(interim);
                assertThat(socket.readAnswer().body()).isEqualTo(list);
            }
        }
        assertThat(flex.requests()).extracting(ReceivedRequest::status).containsExactly(200, 200);
    }

    @Test
    void sendsTheInterimAnswerAtOnce() throws Exception {
        flex.inject(ProtocolFaults.interim(100), ConnectionFaults.hang());
        try (RawSocket socket = new RawSocket(flex)) {
            assertThat(socket.get(caller.rules()).read(25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(flex.inFlight()).isEqualTo(1);
        }
        flex.awaitIdle(LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "malformed-head, 'oops, something went wrong'",
        "malformed-head=content-length, Content-Length: oops",
        "malformed-head=header, 'X-Reason: oops\u0001'",
    })
    void sendsAHeadThatIsNotHttpInsteadOfAnAnswer(String fault, String line) throws Exception {
        flex.inject(Fault.parse(fault));
        try (RawSocket socket = new RawSocket(flex)) {
            socket.send("POST", caller.rules(), Caller.BODY);
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append(socket.read(1));
            }

            assertThat(head.toString().split("\r\n")).contains(line);
            assertThat(flex.rules()).hasSize(4);
            assertThat(flex.requests().get(0).status()).isZero();
            assertThat(flex.inFlight()).isZero();
            assertThat(flex.openConnections()).isPositive();
        }
    }

    @Test
    void sendsAChunkWithoutASize() throws Exception {
        flex.inject(ProtocolFaults.malformedChunk());
        String half = list.substring(0, list.length() / 2);
        try (RawSocket socket = new RawSocket(flex)) {
            StringBuilder text = new StringBuilder();
            socket.get(caller.rules());
            while (!text.toString().endsWith("\r\noops\r\n")) {
                text.append(socket.read(1));
            }

            assertThat(text.toString()).containsIgnoringCase("Transfer-Encoding: chunked");
            assertThat(text.toString().replaceAll("\r\n[0-9a-f]+\r\n|\r\n", "")).endsWith(half + "oops");
            assertThat(socket.available()).isZero();
        }
        flex.awaitIdle(LIMIT);
    }

    @Test
    void doesNotChangeAnAnswerWithoutABody() throws Exception {
        flex.inject(ProtocolFaults.malformedChunk());

        assertThat(caller.delete(flex.sids().get(0)).statusCode()).isEqualTo(204);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolFaults.interim(200))
                .withMessage("an interim status must be between 100 and 199, was 200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolFaults.malformedHead("tail"))
                .withMessage("the part must be status-line, content-length or header, was tail");
    }
}
