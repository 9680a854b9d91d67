package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.failure;
import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.silence;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.AccessDeniedException;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.ThrottledException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.ScriptedTransport.Answer;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A call from its subscription to its end, against a scripted wire and on virtual time. */
class CallPipelineTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String RULE = "{\"sid\":\"QY1\"}";

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final Credentials credentials = Credentials.authToken("AC1", "s3cret");

    @Test
    void sendsNothingBeforeASubscriptionAndOneRequestForEach() {
        ScriptedTransport wire = new ScriptedTransport(json(200, RULE));
        Mono<Rule> call = client(wire).rules().fetch("QY1");
        assertThat(wire.requests).isEmpty();
        succeed(call);
        succeed(call);
        assertThat(wire.requests).hasSize(2);
    }

    @Test
    void startsADeadlineAndATimelineWithEachSubscription() {
        ScriptedTransport wire = new ScriptedTransport(status(500));
        Mono<Rule> call = client(wire).rules().fetch("QY1");
        for (int i = 0; i < 3; i++) {
            assertThat(fail(call, MINUTE).attempts())
                    .extracting(Attempt::number)
                    .containsExactly(1, 2, 3, 4);
            timer.advanceTimeBy(MINUTE);
        }
    }

    @Test
    void sendsAUserAgent() {
        ScriptedTransport wire = new ScriptedTransport(json(200, RULE));
        succeed(client(wire).rules().fetch("QY1"));
        assertThat(wire.requests).singleElement().satisfies(request -> {
            assertThat(request.headers())
                    .containsEntry("Authorization", "Basic QUMxOnMzY3JldA==")
                    .containsEntry("Accept", "application/json");
            assertThat(request.headers().get("User-Agent")).startsWith("flex-alerts-java/");
            assertThat(request.target()).isEqualTo(PagedTransport.PATH + "/QY1");
            assertThat(request).hasToString("rules.fetch GET /v1/Instances/{InstanceSid}/InsightsRules/{Sid}");
        });
    }

    @Test
    void limitsAnAttemptToTheRemainingDeadline() {
        ScriptedTransport wire = new ScriptedTransport(silence());
        FlexAlertsClient client = builder(wire)
                .attemptTimeout(Duration.ofSeconds(10))
                .operationTimeout(Duration.ofSeconds(25))
                .build();
        FlexAlertsException error = fail(client.rules().fetch("QY1"), Duration.ofMillis(25_001));
        assertThat(error)
                .isInstanceOfSatisfying(TransportException.class, late -> {
                    assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
                    assertThat(late.requestSent()).isTrue();
                })
                .hasMessageStartingWith("rules.fetch failed: no answer in time after the request was sent");
        List<Attempt> attempts = error.attempts();
        assertThat(attempts)
                .extracting(Attempt::reason)
                .startsWith("lost", "lost")
                .hasSize(3);
        assertThat(attempts.get(0).elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(attempts.get(1).elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(attempts.get(2).elapsed()).isBetween(Duration.ofMillis(4_600), Duration.ofSeconds(5));
        assertThat(wire.cancelled).hasValue(3);
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @Test
    void reportsThatNothingWasSentIfTheDeadlineExpiresInTheQueue() {
        ScriptedTransport wire = new ScriptedTransport(silence());
        Disposable running =
                builder(wire).maxConcurrency(1).build().rules().fetch("QY1").subscribe();
        FlexAlertsClient client =
                builder(wire).operationTimeout(Duration.ofSeconds(3)).build();
        FlexAlertsException error = fail(client.rules().fetch("QY2"), Duration.ofSeconds(3));
        assertThat(error)
                .isInstanceOfSatisfying(TransportException.class, late -> {
                    assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
                    assertThat(late.requestSent()).isFalse();
                })
                .hasMessageMatching(".*\\[#1 not_sent, not repeated: a backoff of \\d+ ms .* after 3000 ms]");
        assertThat(wire.requests).hasSize(1);
        assertThat(client.snapshot().interactiveQueued()).isZero();
        running.dispose();
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @Test
    void reportsItsAttemptsAndNoSecret() {
        String words = "{\"code\":20500,\"message\":\"no \\\"Queue of Mr X\\\" for s3cret\"}";
        ScriptedTransport wire = new ScriptedTransport(
                json(503, words, "Twilio-Request-Id", "RQ1").after(Duration.ofMillis(12), timer),
                failure(Reason.CONNECT, false),
                status(429, "Retry-After", "2", "Twilio-Request-Id", "RQ3"),
                json(400, words, "Twilio-Request-Id", "RQ4"));
        FlexAlertsException error = fail(client(wire).rules().update("QY1", RuleOperationsTest.spec("Mr X")), MINUTE);
        assertThat(error)
                .isExactlyInstanceOf(ApiException.class)
                .hasMessageMatching("rules.update failed: 400, Twilio code 20500, request RQ4 from the service "
                        + "after 4 attempts \\[#1 503 server_error after 12 ms \\(RQ1\\), waited \\d+ ms; "
                        + "#2 not_sent after 0 ms, waited \\d+ ms; "
                        + "#3 429 throttled after 0 ms \\(RQ3\\), waited \\d{4} ms; "
                        + "#4 400 refused after 0 ms \\(RQ4\\)]");
        assertThat(error.toString()).doesNotContain("Mr X", "s3cret", "QUMx");
        assertThat(((ApiException) error).problem().message()).contains("Mr X");
        assertThat(error.attempts()).extracting(Attempt::uncertain).containsExactly(true, false, false, false);
    }

    @Test
    void refundsWhatTheRepetitionsCostWhenTheCallSucceeds() {
        ScriptedTransport wire = new ScriptedTransport(status(503), status(503), json(200, RULE));
        FlexAlertsClient client = client(wire);
        client.rules()
                .fetch("QY1")
                .as(StepVerifier::create)
                .then(() -> timer.advanceTimeBy(MINUTE))
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        assertThat(client.snapshot()).isEqualTo(new GovernorSnapshot(8, 0, 0, 0, Duration.ZERO, 500));
    }

    static Stream<Answer> answersThatLeaveACreateOpen() {
        return Stream.of(
                failure(Reason.CONNECTION, true),
                failure(Reason.TIMEOUT, true),
                silence(),
                status(408),
                status(500),
                status(503, "Retry-After", "1"),
                json(201, RULE.substring(0, 5)));
    }

    @Test
    void repeatsAFetchWhoseAnswerEndsEarly() {
        for (int end = 1; end < RULE.length(); end++) {
            ScriptedTransport wire = new ScriptedTransport(json(200, RULE.substring(0, end)), json(200, RULE));
            client(wire).rules().fetch("QY1").subscribe();
            timer.advanceTimeBy(MINUTE);
            assertThat(wire.requests).as(RULE.substring(0, end)).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("answersThatLeaveACreateOpen")
    void neverSendsACreateTwiceThatMayHaveBeenProcessed(Answer answer) {
        ScriptedTransport wire = new ScriptedTransport(answer);
        FlexAlertsException error = fail(client(wire).rules().create(RuleOperationsTest.spec("x")), MINUTE);
        assertThat(error)
                .isInstanceOf(AmbiguousOutcomeException.class)
                .hasMessageStartingWith("rules.create may or may not have been processed: rules.create failed: ")
                .hasMessageContaining("after 1 attempt [#1 ");
        assertThat(error.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.uncertain()).isTrue());
        assertThat(wire.requests).hasSize(1);
    }

    static Stream<Answer> answersOfAServiceThatDidNotProcess() {
        return Stream.of(
                status(429),
                status(429, "Retry-After", "3"),
                failure(Reason.CONNECT, false),
                failure(Reason.DNS, false));
    }

    @ParameterizedTest
    @MethodSource("answersOfAServiceThatDidNotProcess")
    void repeatsACreateThatWasSurelyNotProcessed(Answer answer) {
        ScriptedTransport wire = new ScriptedTransport(answer, answer, json(201, RULE));
        client(wire)
                .rules()
                .createWithResponse(RuleOperationsTest.spec("x"))
                .as(StepVerifier::create)
                .then(() -> timer.advanceTimeBy(MINUTE))
                .assertNext(result -> assertThat(result.status()).isEqualTo(201))
                .expectComplete()
                .verify(LIMIT);
        assertThat(wire.requests).hasSize(3);
        assertThat(wire.requests)
                .extracting(request -> request.body().remaining())
                .containsOnly(wire.requests.get(0).body().remaining());
    }

    @Test
    void takesTheRepeatedDeleteOfARuleThatIsGoneAsDone() {
        ScriptedTransport wire = new ScriptedTransport(failure(Reason.CONNECTION, true), status(404));
        client(wire)
                .rules()
                .deleteWithResponse("QY1")
                .as(StepVerifier::create)
                .then(() -> timer.advanceTimeBy(MINUTE))
                .assertNext(result -> assertThat(result.status()).isEqualTo(404))
                .expectComplete()
                .verify(LIMIT);
        assertThat(wire.requests).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("answersOfAServiceThatDidNotProcess")
    void reportsNotFoundIfNoAttemptCanHaveDeletedTheRule(Answer answer) {
        ScriptedTransport wire = new ScriptedTransport(answer, status(404));
        assertThat(fail(client(wire).rules().delete("QY1"), MINUTE)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectAndShowsWhereItPoints(int status) {
        ScriptedTransport wire = new ScriptedTransport(status(status, "location", "https://evil.example/"));
        assertThat(fail(client(wire).rules().fetch("QY1"), MINUTE))
                .isExactlyInstanceOf(ApiException.class)
                .hasMessageStartingWith("rules.fetch failed: " + status + " from the service")
                .satisfies(error ->
                        assertThat(((ApiException) error).problem().location()).isEqualTo("https://evil.example/"));
        assertThat(wire.requests).hasSize(1);
    }

    @Test
    void takesNothingBelow200ForASuccess() {
        assertThat(fail(client(new ScriptedTransport(json(199, RULE))).rules().fetch("QY1"), MINUTE))
                .isInstanceOf(ApiException.class);
        succeed(client(new ScriptedTransport(json(299, RULE))).rules().fetch("QY1"));
    }

    @Test
    void deniesWithoutARepetitionWhenThereIsNoOtherSecret() {
        ScriptedTransport wire = new ScriptedTransport(status(401));
        assertThat(fail(client(wire).rules().fetch("QY1"), MINUTE)).isInstanceOf(AccessDeniedException.class);
        assertThat(wire.requests).hasSize(1);
    }

    @Test
    void closesTheGateForAllClientsOfTheCredentials() {
        ScriptedTransport wire = new ScriptedTransport(status(429, "Retry-After", "10"), json(200, RULE));
        FlexAlertsClient client = client(wire);
        FlexAlertsClient other = client(wire);
        List<Rule> rules = new ArrayList<>();
        client.rules().fetch("QY1").subscribe(rules::add);
        other.rules().fetch("QY1").subscribe(rules::add);
        assertThat(other.snapshot()).isEqualTo(new GovernorSnapshot(5, 0, 1, 0, Duration.ofSeconds(10), 495));
        timer.advanceTimeBy(Duration.ofMillis(9_999));
        assertThat(wire.requests).hasSize(1);
        timer.advanceTimeBy(Duration.ofMillis(1));
        assertThat(rules).hasSize(2);
        assertThat(wire.requests).hasSize(3);
    }

    @Test
    void failsAtOnceWhenTheServiceAsksForMoreTimeThanThereIs() {
        ScriptedTransport wire = new ScriptedTransport(status(429, "Retry-After", "3600"));
        FlexAlertsClient client = client(wire);
        assertThat(fail(client.rules().fetch("QY1"), Duration.ZERO))
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("not repeated: the service asked to wait 3600000 ms, past the deadline");
        timer.advanceTimeBy(Duration.ofSeconds(1));
        FlexAlertsClient hasty =
                builder(wire).operationTimeout(Duration.ofSeconds(58)).build();
        assertThat(fail(hasty.rules().fetch("QY1"), Duration.ZERO))
                .isInstanceOf(SaturatedException.class)
                .hasMessage("rules.fetch not sent: the service asked to wait 59000 ms")
                .satisfies(error -> assertThat(error.attempts()).isEmpty());
        assertThat(wire.requests).hasSize(1);
    }

    @Test
    void freesEverythingWhenItIsCancelled() {
        ScriptedTransport wire = new ScriptedTransport(silence());
        FlexAlertsClient client = builder(wire).maxConcurrency(1).build();
        Disposable running = client.rules().fetch("QY1").subscribe();
        Disposable queued = client.lane(Lane.BULK).rules().fetch("QY1").subscribe();
        assertThat(client.snapshot()).isEqualTo(new GovernorSnapshot(1, 1, 0, 1, Duration.ZERO, 500));
        queued.dispose();
        running.dispose();
        assertThat(client.snapshot()).isEqualTo(new GovernorSnapshot(1, 0, 0, 0, Duration.ZERO, 500));
        assertThat(wire.cancelled).hasValue(1);
    }

    @Test
    void leavesNoAlarmOfAnAttemptThatIsOverBeforeOneIsSet() {
        succeed(client(new ScriptedTransport(json(200, RULE))).rules().fetch("QY1"));
        assertThat(timer.getScheduledTaskCount()).isZero();

        Disposable waiting =
                client(new ScriptedTransport(silence())).rules().fetch("QY1").subscribe();
        assertThat(timer.getScheduledTaskCount()).isOne();
        waiting.dispose();
    }

    @Test
    void sendsNothingWhenItIsCancelledAtOnce() {
        ScriptedTransport wire = new ScriptedTransport(json(200, RULE));
        FlexAlertsClient client = client(wire);
        client.rules().fetch("QY1").subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.cancel();
            }
        });
        assertThat(wire.requests).isEmpty();
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @Test
    void sendsNothingMoreWhenItIsCancelledWhileItWaits() {
        ScriptedTransport wire = new ScriptedTransport(status(503, "Retry-After", "5"));
        Disposable waiting = client(wire).rules().fetch("QY1").subscribe();
        timer.advanceTimeBy(Duration.ofSeconds(4));
        waiting.dispose();
        timer.advanceTimeBy(MINUTE);
        assertThat(wire.requests).hasSize(1);
    }

    @Test
    void repeatsAPageThatBreaksAfterMoreTimeThanAnOperationHas() {
        Answer slow = request -> Mono.just(new ApiResponse(200, Map::of, broken(rules(4), Duration.ofSeconds(25))));
        ScriptedTransport wire = new ScriptedTransport(slow, json(200, String.join("", rules(5)) + "]}"));
        List<String> sids = new ArrayList<>();
        Disposable running = client(wire).rules().list().map(Rule::sid).subscribe(sids::add);
        timer.advanceTimeBy(Duration.ofMinutes(5));
        assertThat(running.isDisposed()).isTrue();
        assertThat(sids).containsExactly("QY1", "QY2", "QY3", "QY4", "QY5");
        assertThat(wire.requests).hasSize(2);
    }

    @Test
    void namesTheLimitThatABodyPassed() {
        ScriptedTransport wire =
                new ScriptedTransport(json(200, "{\"sid\":\"" + "x".repeat(1024) + "\"}", "Twilio-Request-Id", "RQ1"));
        assertThat(fail(builder(wire).maxRuleBytes(1024).build().rules().fetch("QY1"), MINUTE))
                .isInstanceOfSatisfying(DecodingException.class, unreadable -> {
                    assertThat(unreadable.status()).isEqualTo(200);
                    assertThat(unreadable.requestId()).isEqualTo("RQ1");
                })
                .hasMessage("rules.fetch failed: the body is larger than 1024 bytes (maxRuleBytes) (status 200, "
                        + "request RQ1) after 1 attempt [#1 200 unreadable after 0 ms (RQ1)]");
    }

    @Test
    void handsTheContextOfTheCallerToTheTransport() {
        List<String> tenants = new ArrayList<>();
        Answer reading = request -> Mono.deferContextual(context -> {
            tenants.add(context.get("tenant"));
            return tenants.size() < 3
                    ? status(503).apply(request)
                    : json(200, RULE).apply(request);
        });
        client(new ScriptedTransport(reading))
                .rules()
                .fetch("QY1")
                .contextWrite(context -> context.put("tenant", "blue"))
                .as(StepVerifier::create)
                .then(() -> timer.advanceTimeBy(MINUTE))
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        assertThat(tenants).containsExactly("blue", "blue", "blue");
    }

    @Test
    void namesTheOperationInTheStackOfItsError() {
        FlexAlertsException error =
                fail(client(new ScriptedTransport(status(400))).rules().fetch("QY1"), MINUTE);
        assertThat(Arrays.stream(error.getSuppressed()).map(Throwable::getMessage))
                .anyMatch(trace -> trace.contains("rules.fetch"));
    }

    @Test
    void doesNotWrapABugOfATransport() {
        Answer bug = request -> Mono.error(new IllegalStateException("bug"));
        FlexAlertsClient client = client(new ScriptedTransport(bug));
        client.rules()
                .fetch("QY1")
                .as(StepVerifier::create)
                .expectErrorMessage("bug")
                .verify(LIMIT);
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class, StackOverflowError.class})
    void losesNoPermitToATransportThatThrows(Class<? extends Throwable> type) throws ReflectiveOperationException {
        Throwable bug = type.getConstructor(String.class).newInstance("bug");
        Transport throwing = new Transport() {
            @Override
            public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
                if (bug instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) bug;
            }
        };
        FlexAlertsClient client =
                PagedTransport.client(throwing).timer(timer).maxConcurrency(1).build();
        for (int i = 0; i < 2; i++) {
            client.rules()
                    .fetch("QY1")
                    .as(StepVerifier::create)
                    .expectErrorMessage("bug")
                    .verify(LIMIT);
        }
        assertThat(client.snapshot().inFlight()).isZero();
    }

    private FlexAlertsClientBuilder builder(ScriptedTransport wire) {
        return PagedTransport.client(wire).credentials(credentials).timer(timer);
    }

    private FlexAlertsClient client(ScriptedTransport wire) {
        return builder(wire).build();
    }

    /** The beginning of a page, in parts of a rule each. */
    private static List<String> rules(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> (i == 1 ? "{\"meta\":{},\"rules\":[" : ",") + "{\"sid\":\"QY" + i + "\"}")
                .toList();
    }

    /** A body whose parts arrive one by one, until the connection breaks. */
    private Flux<ByteBuffer> broken(List<String> parts, Duration apart) {
        return Flux.fromIterable(parts)
                .map(part -> ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)))
                .delayElements(apart, timer)
                .concatWith(Mono.error(new TransportException("rules.list", Reason.CONNECTION, true, List.of(), null)));
    }

    private static void succeed(Mono<?> call) {
        call.as(StepVerifier::create).expectNextCount(1).expectComplete().verify(LIMIT);
    }

    /** Lets a call run for a while, in which it is to fail. */
    private FlexAlertsException fail(Mono<?> call, Duration time) {
        List<Throwable> errors = new ArrayList<>();
        Consumer<Throwable> keep = errors::add;
        Disposable running = call.subscribe(value -> {}, keep);
        timer.advanceTimeBy(time);
        assertThat(running.isDisposed()).isTrue();
        assertThat(errors).hasSize(1);
        return (FlexAlertsException) errors.get(0);
    }
}
