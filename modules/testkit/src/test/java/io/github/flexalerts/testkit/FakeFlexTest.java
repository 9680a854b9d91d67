package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FakeFlexTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeFlex flex = FakeFlex.builder()
            .clock(() -> Instant.parse("2026-01-02T03:04:05Z"))
            .rules(2)
            .start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void sendsTheDocumentedHeadersAndThoseThatTwilioRecommends() throws Exception {
        HttpResponse<String> response = caller.list("");

        assertThat(response.headers().map())
                .containsKeys(
                        "access-control-allow-origin",
                        "access-control-allow-methods",
                        "access-control-allow-headers",
                        "access-control-allow-credentials",
                        "access-control-expose-headers",
                        "twilio-concurrent-requests",
                        "twilio-request-duration");
        assertThat(response.headers().firstValue("Twilio-Request-Id").orElseThrow())
                .matches("RQ[0-9a-f]{32}");
        assertThat(response.headers().firstValue("Date")).contains("Fri, 02 Jan 2026 03:04:05 GMT");
    }

    @Test
    void logsWhatItReceived() throws Exception {
        caller.list("?PageSize=1&Sort=-date_created");
        caller.create(Caller.BODY);

        assertThat(flex.requestCount()).isEqualTo(2);
        ReceivedRequest list = flex.requests().get(0);
        assertThat(list.target()).isEqualTo(caller.rules() + "?PageSize=1&Sort=-date_created");
        assertThat(list.path()).isEqualTo(caller.rules());
        assertThat(list.operation()).isEqualTo("rules.list");
        assertThat(list.status()).isEqualTo(200);
        ReceivedRequest create = flex.requests().get(1);
        assertThat(create.number()).isEqualTo(2);
        assertThat(create.method()).isEqualTo("POST");
        assertThat(create.header("content-type")).isEqualTo("application/json");
        assertThat(create.body()).isEqualTo(Caller.BODY);
        assertThat(create.json()).containsEntry("active", true);
        assertThat(create.arrival()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(create.toString())
                .doesNotContain("Basic", "Waiting")
                .contains("#2 POST " + caller.rules() + " -> 201");
        flex.clearRequests();
        assertThat(flex.requests()).isEmpty();
    }

    @Test
    void returnsTheSameAnswersForTheSameSeed() throws Exception {
        try (FakeFlex twin = FakeFlex.builder().rules(2).start();
                FakeFlex other = FakeFlex.builder().randomSeed(2).rules(2).start()) {
            assertThat(new Caller(twin).list("").body())
                    .isEqualTo(caller.list("").body());
            assertThat(new Caller(other).list("").body())
                    .isNotEqualTo(caller.list("").body());
        }
    }

    @Test
    void servesADocumentUnchanged() throws Exception {
        String odd = "{\"sid\":\"QYodd\",\"rule_thresholds\":{\"a\":[1.50,null]},\"later\":true,\"active\":null}";

        String key = flex.addJson(odd);
        String unnamed = flex.add(Collections.singletonMap("sid", null));

        assertThat(caller.get(caller.rules() + "/" + key).body()).isEqualTo(odd);
        assertThat(caller.get(caller.rules() + "/" + unnamed).body()).isEqualTo("{\"sid\":null}");
        assertThat(flex.rule("QYodd")).containsEntry("later", true).containsEntry("active", null);
        assertThat(flex.rule("QYnone")).isNull();
        assertThat(caller.list("?Sort=metric_id&Active=true").statusCode()).isEqualTo(200);
        assertThatIllegalArgumentException().isThrownBy(() -> flex.addJson("[]"));
    }

    @Test
    void addsARuleOfASpecAsACreateWould() throws Exception {
        String created = caller.create(Caller.BODY).body();
        RuleSpec spec = RuleSpec.builder()
                .friendlyName("Waiting tasks now rule")
                .metricId(MetricId.ACTIVE_NOW)
                .taskChannelSid("string")
                .taskQueueSids("WQ00000000000000000000000000000001")
                .active(true)
                .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5000))
                .notifyEnabled(true)
                .notifySeverity(Severity.CRITICAL)
                .notifyDuration(Duration.ofMinutes(15))
                .notifyMethodsId("flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8")
                .build();

        String sid = flex.add(spec);
        String bare = flex.add(
                flex.instanceSid(),
                RuleSpec.builder()
                        .friendlyName("bare")
                        .metricId(MetricId.ACTIVE_NOW)
                        .taskChannelSid("TC1")
                        .taskQueueSids("WQ1")
                        .active(false)
                        .thresholds(Threshold.warning(ThresholdOperator.LESSER_THAN, 1))
                        .notifyEnabled(false)
                        .build());

        assertThat(caller.get(caller.rules() + "/" + sid).body())
                .isEqualTo(created.replace(flex.sids().get(2), sid));
        assertThat(flex.rule(bare)).containsEntry("notify_duration", 0).containsEntry("notify_severity", null);
    }

    @Test
    void answersWhatWasScripted() throws Exception {
        flex.respond(
                RawAnswer.json("{\"rules\":").header("X-Odd", "1"),
                RawAnswer.of(599).body(new byte[] {'!'}));

        HttpResponse<String> first = caller.list("");
        HttpResponse<String> second = caller.list("");

        assertThat(first.body()).isEqualTo("{\"rules\":");
        assertThat(first.headers().map()).containsOnlyKeys("content-type", "content-length", "x-odd");
        assertThat(second.statusCode()).isEqualTo(599);
        assertThat(second.body()).isEqualTo("!");
        assertThat(caller.list("").statusCode()).isEqualTo(200);
        assertThat(RawAnswer.of(204)).hasToString("RawAnswer[204, 0 bytes]");
    }

    @Test
    void putsMetaLastAndCompressesOnRequest() throws Exception {
        try (FakeFlex other =
                FakeFlex.builder().rules(30).metaLast(true).gzip(true).start()) {
            Caller zipping = new Caller(other);

            HttpResponse<byte[]> zipped =
                    zipping.sendForBytes(zipping.to(zipping.rules()).header("Accept-Encoding", "br, gzip"));
            HttpResponse<String> plain = zipping.list("");

            assertThat(Caller.json(plain).propertyNames()).containsExactly("rules", "meta");
            assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(unzipped(zipped.body())).isEqualTo(Caller.json(plain));
        }
    }

    private static JsonNode unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return Caller.JSON.readTree(in.readAllBytes());
        }
    }

    @Test
    void listensOnTheGivenPort() throws Exception {
        int port = URI.create(flex.baseUrl()).getPort();

        assertThatThrownBy(() -> FakeFlex.builder().port(port).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + port);
        flex.close();
        try (FakeFlex next = FakeFlex.builder()
                .port(port)
                .pageHost("http://links.example")
                .instanceSid("GOother")
                .instance("GOmore")
                .accountSid("ACother")
                .authToken("token")
                .apiKey("SKother", "secret")
                .maxRules(0)
                .start()) {
            Caller there = new Caller(next);
            assertThat(next.baseUrl()).isEqualTo(flex.baseUrl());
            assertThat(there.list("").body()).contains("http://links.example/v1/Instances/GOother/");
            assertThat(there.get("/v1/Instances/GOmore/InsightsRules").statusCode())
                    .isEqualTo(200);
            assertThat(there.create(Caller.BODY).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void startsOverOnReset() throws Exception {
        String before = caller.list("").body();
        flex.seed(5);
        flex.addInstance("GOmore");
        flex.inject(StatusFaults.status(503));
        flex.respond(RawAnswer.of(500));

        flex.reset();

        assertThat(flex.requests()).isEmpty();
        assertThat(flex.faults()).isEmpty();
        assertThat(caller.list("").body()).isEqualTo(before);
        assertThat(caller.get("/v1/Instances/GOmore/InsightsRules").statusCode())
                .isEqualTo(404);
    }

    @Test
    void closesWaitingConnectionsOnReset() {
        flex.inject(ConnectionFaults.hang());
        // A POST, for the JDK's client quietly repeats a GET whose connection was reset.
        CompletableFuture<HttpResponse<String>> waiting = caller.sendAsync(caller.posting(caller.rules(), Caller.BODY));
        flex.awaitRequests(1, LIMIT);

        flex.reset();

        assertThat(waiting).failsWithin(LIMIT);
    }

    @Test
    void countsWhatIsInFlightAndWhatIsConnected() {
        flex.inject(ConnectionFaults.hang());
        List<CompletableFuture<HttpResponse<String>>> calls =
                List.of(caller.sendAsync(caller.to(caller.rules())), caller.sendAsync(caller.to(caller.rules())));
        flex.awaitRequests(2, LIMIT);

        assertThat(flex.inFlight()).isEqualTo(2);
        assertThat(flex.maxInFlight()).isEqualTo(2);
        assertThat(flex.openConnections()).isEqualTo(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> flex.awaitNoConnections(Duration.ofMillis(1)))
                .withMessage("the time is up: 2 connections still open");

        calls.forEach(call -> call.cancel(true));

        flex.awaitNoConnections(LIMIT);
        flex.awaitIdle(LIMIT);
        assertThat(flex.openConnections()).isZero();
        assertThat(flex.requests()).extracting(ReceivedRequest::status).containsExactly(0, 0);
    }

    @Test
    void neverCountsTwoRequestsOfOneCallerAtOnce() throws Exception {
        for (int i = 0; i < 50; i++) {
            new Caller(flex).list("");
        }

        assertThat(flex.maxInFlight()).isEqualTo(1);
    }

    @Test
    void closesTwiceWithoutComplaint() {
        CompletableFuture<HttpResponse<String>> call = caller.sendAsync(caller.to(caller.rules()));
        assertThat(call).succeedsWithin(LIMIT);

        flex.close();
        flex.close();

        assertThat(flex.openConnections()).isZero();
        assertThat(caller.sendAsync(caller.to(caller.rules()))).failsWithin(LIMIT);
    }

    @Test
    void clearsAndRefusesWhatCannotBe() {
        flex.clear();

        assertThat(flex.rules()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> flex.seed("GOnone", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().rules(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().port(65536));
        assertThatIllegalArgumentException().isThrownBy(() -> FakeFlex.builder().maxRules(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RawAnswer.of(100));
    }
}
