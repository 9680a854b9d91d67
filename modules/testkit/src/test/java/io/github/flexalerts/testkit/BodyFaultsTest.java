package io.github.flexalerts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class BodyFaultsTest {

    private final FakeFlex flex = FakeFlex.builder()
            .clock(() -> Instant.parse("2026-01-02T03:04:05Z"))
            .rules(3)
            .start();
    private final Caller caller = new Caller(flex);
    private String list = "";

    @BeforeEach
    void remember() throws Exception {
        list = caller.list("").body();
    }

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void sendsAnotherContentType() throws Exception {
        flex.inject(BodyFaults.contentType("application/xml"));

        HttpResponse<String> response = caller.list("");

        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/xml");
        assertThat(response.body()).isEqualTo(list);
    }

    @Test
    void compressesUnasked() throws Exception {
        flex.inject(BodyFaults.gzip());

        HttpResponse<byte[]> response = caller.sendForBytes(caller.to(caller.rules()));

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(list);
        }
    }

    @ParameterizedTest
    @CsvSource({"data, invalid block type", "checksum, Corrupt GZIP trailer"})
    void breaksAByteOfACompressedBody(String part, String complaint) throws Exception {
        flex.inject(BodyFaults.corruptGzip(part));

        HttpResponse<byte[]> response = caller.sendForBytes(caller.to(caller.rules()));

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThatExceptionOfType(ZipException.class)
                    .isThrownBy(in::readAllBytes)
                    .withMessage(complaint);
        }
    }

    @Test
    void breaksNothingOfAnAnswerWithoutABody() throws Exception {
        flex.inject(Fault.parse("corrupt-gzip"));

        HttpResponse<String> response = caller.delete(flex.sids().get(0));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void breaksNoPartThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BodyFaults.corruptGzip("name"))
                .withMessage("the part must be data or checksum, was name");
    }

    @Test
    void sendsNoBodyOrNull() throws Exception {
        flex.inject(BodyFaults.emptyBody().onRequest(1), BodyFaults.nullBody().onRequest(2));

        HttpResponse<String> empty = caller.list("");

        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(caller.list("").body()).isEqualTo("null");
        assertThat(caller.list("").body()).isEqualTo(list);
    }

    @Test
    void breaksTheJsonWithinTheFirstRule() throws Exception {
        flex.inject(BodyFaults.invalidJson());

        String broken = caller.list("").body();

        assertThat(broken).startsWith("{\"meta\":{").contains(",\"broken\":{oops: tru},{\"sid\":");
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Caller.JSON.readTree(broken));
        flex.clear();
        assertThat(caller.list("").body()).endsWith(",\"rules\":[],\"broken\":{oops: tru}");
    }

    @Test
    void putsBytesThatAreNoUtf8IntoAName() throws Exception {
        flex.inject(BodyFaults.invalidUtf8());

        byte[] body = caller.sendForBytes(caller.to(caller.rules())).body();

        assertThat(new String(body, UTF_8)).contains("\"rule_friendly_name\":\"name\uFFFD(\uFFFD\"");
        assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(body)));
    }

    @Test
    void nestsArraysDeeply() throws Exception {
        flex.inject(BodyFaults.deepNesting(10_000).on("rules.fetch"));

        String sid = flex.sids().get(1);
        String rule = caller.get(caller.rules() + "/" + sid).body();

        assertThat(rule).contains("\"future_nest\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    }

    @Test
    void streamsARuleLargerThanItsBuffer() throws Exception {
        long size = 3L * Integer.MAX_VALUE;
        flex.inject(Fault.parse("huge-rule=" + size));
        HttpClient http = HttpClient.newHttpClient();

        HttpResponse<InputStream> response = http.send(caller.to(caller.rules()).build(), BodyHandlers.ofInputStream());

        long declared = response.headers().firstValueAsLong("Content-Length").orElseThrow();
        int name = list.indexOf("\"rule_friendly_name\":\"") + 22;
        long rest = list.length() - list.indexOf('"', name) + (long) name;
        assertThat(declared).isEqualTo(rest + size);
        try (InputStream body = response.body()) {
            assertThat(new String(body.readNBytes(name), UTF_8)).isEqualTo(list.substring(0, name));
            assertThat(new String(body.readNBytes(1 << 20), UTF_8)).isEqualTo("x".repeat(1 << 20));
        }
        flex.awaitIdle(Duration.ofSeconds(10));
    }

    @Test
    void sendsAHugeRuleToItsEnd() throws Exception {
        flex.inject(BodyFaults.hugeRule(5 << 20));

        JsonNode page = Caller.json(caller.list(""));

        assertThat(page.path("rules").path(0).path("rule_friendly_name").stringValue())
                .isEqualTo("x".repeat(5 << 20));
        assertThat(Caller.sids(page)).isEqualTo(Caller.sids(Caller.JSON.readTree(list)));
    }

    @Test
    void shiftsTheClockOfDatesAndOfTheDateHeader() throws Exception {
        flex.inject(BodyFaults.clockSkew(Duration.ofHours(-2)));
        flex.addJson("{\"metric_id\":\"\",\"date_created\":\"yesterday\",\"date_updated\":null}");

        HttpResponse<String> created = caller.create(Caller.BODY);

        assertThat(created.headers().firstValue("Date")).contains("Fri, 02 Jan 2026 01:04:05 GMT");
        assertThat(Caller.json(created).path("date_created").stringValue()).isEqualTo("2026-01-02T01:04:05Z");
        assertThat(flex.rules().get(4)).containsEntry("date_created", "2026-01-02T03:04:05Z");
        assertThat(caller.list("").body()).contains("\"yesterday\"", "\"2019-08-24T12:15:22Z\"");
    }

    @Test
    void leavesTheServiceReachableAfterAStreamIsAbandoned() throws Exception {
        flex.inject(BodyFaults.hugeRule(1L << 40).onRequest(1));
        try (RawSocket socket = new RawSocket(flex)) {
            assertThat(socket.get(caller.rules()).read(1000)).startsWith("HTTP/1.1 200 OK");
        }

        flex.awaitIdle(Duration.ofSeconds(10));

        assertThat(caller.list("").body()).isEqualTo(list);
    }
}
