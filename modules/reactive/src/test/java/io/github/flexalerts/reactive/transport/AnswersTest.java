package io.github.flexalerts.reactive.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Answers that are broken, or more than one, from a service that keeps its connections open. */
class AnswersTest {
    private static final String PRIVATE = "Bobby Tables";
    private static final String TEXT = "{\"rule_friendly_name\":\"" + PRIVATE + "\"}";

    private final NettyTransport transport = NettyTransport.create();
    private final RawService service = service();

    private static RawService service() {
        try {
            return new RawService(target -> RawService.ok(target));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        service.close();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                head("a status line that is none", TEXT + "\r\n\r\n"),
                head("a status that is no number", "HTTP/1.1 " + PRIVATE + "\r\n\r\n"),
                head("no status", "HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n"),
                head("a length that is no number", ok("Content-Length: " + PRIVATE)),
                head("a length below zero", ok("Content-Length: -5")),
                head("two lengths", ok("Content-Length: 5\r\nContent-Length: 6") + "hello"),
                head("control characters in a header", ok("X-Name: " + PRIVATE + "\u0001")),
                head("a header that never ends", ok("X-Name: " + PRIVATE.repeat(2_000))),
                head("a chunk without a size", ok("Transfer-Encoding: chunked") + "5\r\nhello\r\n" + PRIVATE + "\r\n"),
                head(
                        "a chunk without a size, compressed",
                        ok("Transfer-Encoding: chunked\r\nContent-Encoding: gzip") + PRIVATE + "\r\n"),
                head("another protocol", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n" + TEXT),
                Arguments.of(
                        "what is not compressed", RawService.ok("Content-Encoding: gzip", TEXT.getBytes(ISO_8859_1))),
                Arguments.of("a broken byte", RawService.ok("Content-Encoding: gzip", broken(11))),
                Arguments.of("a broken sum", RawService.ok("Content-Encoding: gzip", broken(gzip().length - 8))));
    }

    private static Arguments head(String name, String bytes) {
        return Arguments.of(name, bytes.getBytes(ISO_8859_1));
    }

    private static String ok(String headers) {
        return "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n";
    }

    private static byte[] gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(TEXT.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] broken(int at) {
        byte[] bytes = gzip();
        bytes[at] ^= (byte) 0xFF;
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void losesTheConnectionAndQuotesNothing(String name, byte[] bytes) {
        service.answers(target -> bytes);

        Throwable failure = Calls.failure(call("/1"));

        assertThat(failure).isInstanceOf(TransportException.class);
        assertThat(((TransportException) failure).reason()).isEqualTo(Reason.CONNECTION);
        assertThat(((TransportException) failure).requestSent()).isTrue();
        assertThat(failure).hasCauseInstanceOf(BrokenAnswer.class);
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("Bobby", "Tables", "hello");
            assertThat(each.getSuppressed()).allMatch(shown -> !shown.toString().contains("Bobby"));
        }
        Calls.assertNoneInUse(transport);
        assertThat(transport.pool().idle()).isZero();
        service.answers(RawService::ok);
        assertThat(call("/2").block(Calls.LIMIT)).isEqualTo("200 /2");
    }

    @Test
    void hasAllItsConnectionsAfterMoreBrokenAnswersThanItHasConnections() {
        service.answers(target -> RawService.ok("Content-Encoding: gzip", broken(11)));
        for (int i = 0; i < 60; i++) {
            assertThat(Calls.failure(call("/1"))).isInstanceOf(TransportException.class);
        }
        Calls.assertNoneInUse(transport);
        service.answers(RawService::ok);

        assertThat(call("/2").block(Calls.LIMIT)).isEqualTo("200 /2");
    }

    @Test
    void releasesTheConnectionOfAnUnreadResponse() {
        service.answers(target -> RawService.ok("Content-Encoding: gzip", broken(gzip().length - 8)));

        Calls.pieces(transport, service.origin(), "/1")
                .as(pieces -> StepVerifier.create(pieces, 1))
                .expectNext("200 ")
                .then(() -> Calls.assertNoneInUse(transport))
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(piece -> true)
                .expectError(TransportException.class)
                .verify(Calls.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 199 Else\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n",
            })
    void skipsInterimAnswers(String interim) {
        service.answers(target -> (interim + new String(RawService.ok(target), ISO_8859_1)).getBytes(ISO_8859_1));

        for (int i = 0; i < 10; i++) {
            assertThat(call("/" + i).block(Calls.LIMIT)).isEqualTo("200 /" + i);
        }

        assertThat(service.connections()).isOne();
    }

    @Test
    void waitsForTheAnswerAfterAnInterimOne() throws IOException {
        try (RawService slow = new RawService(target -> RawService.ok(target), "HTTP/1.1 103 Early Hints\r\n\r\n")) {
            for (int i = 0; i < 3; i++) {
                assertThat(Calls.call(transport, slow.origin(), "/" + i).block(Calls.LIMIT))
                        .isEqualTo("200 /" + i);
            }
            assertThat(slow.connections()).isOne();
        }
    }

    private Mono<String> call(String target) {
        return Calls.call(transport, service.origin(), target);
    }
}
