package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.failure;
import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.silence;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.util.context.ContextView;

/** What an instrumentation is told, in which order, and that it is told once. */
class ClientInstrumentationTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String RULE = "{\"sid\":\"QY1\"}";
    private static final String EMPTY = "{\"meta\":{},\"rules\":[]}";

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final RecordingInstrumentation told = new RecordingInstrumentation();

    @Test
    void hearsOfACallFromItsSubscriptionToItsEnd() {
        Mono<Rule> call = client(new ScriptedTransport(json(200, RULE))).rules().fetch("QY1");
        assertThat(told.events).isEmpty();
        call.as(StepVerifier::create).expectNextCount(1).expectComplete().verify(LIMIT);
        assertThat(told.events)
                .containsExactly(
                        "started rules.fetch",
                        "attempt 1 INTERACTIVE",
                        "sending 1",
                        "answered 200",
                        "attempt ended 1",
                        "ended rules.fetch");
    }

    @Test
    void hearsOfRetriesAndOfTheWaitThatTheServiceAskedFor() {
        run(client(new ScriptedTransport(status(429, "Retry-After", "7"), status(503), json(200, RULE)))
                .lane(Lane.BULK)
                .rules()
                .fetch("QY1"));
        assertThat(told.events)
                .containsExactly(
                        "started rules.fetch",
                        "attempt 1 BULK",
                        "sending 1",
                        "answered 429",
                        "attempt ended 1 ThrottledException",
                        "retrying THROTTLED asked PT7S",
                        "attempt 2 BULK",
                        "sending 2",
                        "answered 503",
                        "attempt ended 2 ApiException",
                        "retrying SERVER_ERROR",
                        "attempt 3 BULK",
                        "sending 3",
                        "answered 200",
                        "attempt ended 3",
                        "ended rules.fetch");
    }

    @Test
    void hearsWhyNothingIsRepeated() {
        run(client(new ScriptedTransport(status(503))).rules().fetch("QY1"));
        run(client(new ScriptedTransport(status(503, "Retry-After", "3600")))
                .rules()
                .fetch("QY1"));
        run(client(new ScriptedTransport(status(503))).rules().create(RuleOperationsTest.spec("x")));
        run(client(new ScriptedTransport(status(400))).rules().fetch("QY1"));
        assertThat(told.events.stream().filter(event -> event.startsWith("suppressed")))
                .containsExactly("suppressed ATTEMPTS", "suppressed RETRY_AFTER_TOO_LONG", "suppressed NOT_IDEMPOTENT");
    }

    @Test
    void distinguishesNetworkFailures() {
        run(client(new ScriptedTransport(
                        failure(Reason.CONNECT, false), failure(Reason.TIMEOUT, true), json(200, RULE)))
                .rules()
                .fetch("QY1"));
        assertThat(told.events.stream().filter(event -> event.startsWith("retrying")))
                .containsExactly("retrying IO", "retrying TIMEOUT");
    }

    @Test
    void hearsOfNoAttemptThatWasNeverAdmitted() {
        FlexAlertsClient client = PagedTransport.client(new ScriptedTransport(silence()))
                .timer(timer)
                .instrumentation(told)
                .maxConcurrency(1)
                .maxQueued(0)
                .build();
        Disposable first = client.rules().fetch("QY1").subscribe();
        told.events.clear();
        client.rules()
                .fetch("QY2")
                .as(StepVerifier::create)
                .expectError(SaturatedException.class)
                .verify(LIMIT);
        assertThat(told.events)
                .containsExactly(
                        "started rules.fetch", "attempt 1 INTERACTIVE", "ended rules.fetch SaturatedException");
        first.dispose();
    }

    @Test
    void hearsOfACancellationOnce() {
        Disposable running =
                client(new ScriptedTransport(silence())).rules().fetch("QY1").subscribe();
        running.dispose();
        running.dispose();
        assertThat(told.events)
                .containsExactly(
                        "started rules.fetch",
                        "attempt 1 INTERACTIVE",
                        "sending 1",
                        "cancelled rules.fetch",
                        "attempt cancelled 1");
    }

    @Test
    void takesADeleteThatWasDoneBeforeForASuccess() {
        run(client(new ScriptedTransport(failure(Reason.CONNECTION, true), status(404)))
                .rules()
                .delete("QY1"));
        assertThat(told.events).endsWith("attempt ended 2 NotFoundException", "ended rules.delete");
    }

    @Test
    void hearsOfAListingAsOneOperation() {
        client(new PagedTransport(5, 2))
                .rules()
                .list()
                .as(StepVerifier::create)
                .expectNextCount(5)
                .expectComplete()
                .verify(LIMIT);
        assertThat(told.events)
                .startsWith("started rules.list", "attempt 1 INTERACTIVE")
                .contains("page 2", "page 1")
                .endsWith("pages 3 0", "ended rules.list");
        assertThat(told.events.stream().filter("attempt ended 1"::equals)).hasSize(3);
        assertThat(told.events.stream().filter(event -> event.startsWith("started")))
                .hasSize(1);
    }

    @Test
    void countsPagesThatWereReadAheadInVain() {
        client(new PagedTransport(4, 2))
                .rules()
                .list()
                .as(flux -> StepVerifier.create(flux, 2))
                .expectNextCount(2)
                .thenCancel()
                .verify(LIMIT);
        assertThat(told.events).endsWith("cancelled rules.list", "pages 1 1");
    }

    @Test
    void countsPagesThatAreAskedForAsPages() {
        client(new PagedTransport(5, 2))
                .rules()
                .pages(RuleQuery.all())
                .as(StepVerifier::create)
                .expectNextCount(3)
                .expectComplete()
                .verify(LIMIT);
        assertThat(told.events).endsWith("pages 3 0", "ended rules.list");
    }

    @Test
    void hearsOfALinkThatMustNotBeFollowedAsTheListingsEnd() {
        String page = "{\"meta\":{\"next_page_url\":\"https://evil.example/\"},\"rules\":[]}";
        run(client(new ScriptedTransport(json(200, page))).rules().list());
        assertThat(told.events).endsWith("page 0", "pages 1 0", "ended rules.list PagingException");
    }

    @Test
    void countsWhatTheReferenceDoesNotName() {
        String odd =
                "{\"sid\":\"QY1\",\"new\":1,\"active\":\"maybe\",\"metric_id\":\"New\",\"notify_severity\":\"Worse\","
                        + "\"rule_thresholds\":[{\"threshold_type\":\"Bad\",\"threshold_operator\":\"Near\",\"threshold_value\":1}]}";
        run(client(new ScriptedTransport(json(200, odd))).rules().fetch("QY1"));
        assertThat(told.events).contains("unknown FIELD 2", "unknown ENUM 4");
        told.events.clear();
        run(client(new ScriptedTransport(json(200, "{\"meta\":{},\"rules\":[" + odd + "," + odd + "]}")))
                .rules()
                .list());
        assertThat(told.events.stream().filter("unknown ENUM 4"::equals)).hasSize(2);
    }

    @Test
    void hearsWhatBecameOfACreateWithoutAnAnswer() {
        run(client(new ScriptedTransport(failure(Reason.CONNECTION, true)))
                .rules()
                .create(RuleOperationsTest.spec("x")));
        run(client(new ScriptedTransport(json(200, EMPTY), failure(Reason.CONNECTION, true), json(200, EMPTY)))
                .rules()
                .createIfAbsent(RuleOperationsTest.spec("x")));
        run(client(new ScriptedTransport(json(200, EMPTY), failure(Reason.CONNECTION, true), status(400)))
                .rules()
                .createIfAbsent(RuleOperationsTest.spec("x")));
        assertThat(told.events.stream().filter(event -> event.startsWith("ambiguous")))
                .containsExactly("ambiguous UNRESOLVED", "ambiguous ABSENT", "ambiguous UNRESOLVED");
    }

    @Test
    void hearsOfTheCallForATokenInTheContextOfTheCallThatNeedsIt() {
        Transport wire = new Transport() {
            @Override
            public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
                String body = request.operation() == Operation.FETCH_TOKEN
                        ? "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        : RULE;
                return new ScriptedTransport(json(200, body)).exchange(request, reader);
            }
        };
        run(PagedTransport.client(wire)
                .credentials(Credentials.oauth("OQ1", "s3cret", URI.create("https://id.example/t")))
                .timer(timer)
                .instrumentation(told)
                .build()
                .rules()
                .fetch("QY1"));
        assertThat(told.events)
                .startsWith("started rules.fetch", "started token.fetch<rules.fetch")
                .contains("ended token.fetch")
                .endsWith("ended rules.fetch");
    }

    @Test
    void passesContextAndHeadersToTheExchange() {
        AtomicReference<ContextView> seen = new AtomicReference<>();
        ScriptedTransport wire = new ScriptedTransport(json(200, RULE));
        Transport spying = new Transport() {
            @Override
            public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
                return Flux.deferContextual(context -> {
                    seen.set(context);
                    return wire.exchange(request, reader);
                });
            }
        };
        told.headers.put("traceparent", "00-1-2-01");
        told.headers.put("Authorization", "mine");
        told.headers.put("Content-Length", "3");
        told.headers.put("a b", "no name");
        told.headers.put("x-lines", "one\r\nHost: two");
        run(client(spying).rules().fetch("QY1"));
        assertThat(seen.get().<Integer>get("attempt")).isEqualTo(1);
        assertThat(seen.get().<String>get("mark")).isEqualTo("<rules.fetch");
        assertThat(wire.requests.get(0).headers())
                .containsEntry("traceparent", "00-1-2-01")
                .doesNotContainKeys("Content-Length", "a b", "x-lines");
        assertThat(wire.requests.get(0).headers().get("Authorization")).startsWith("Basic ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I-Twilio-Auth-Account", "i-twilio-auth-account"})
    void setsNoHeaderThatTheClientSetsItself(String name) {
        ScriptedTransport wire = new ScriptedTransport(json(200, "{\"ttid\":\"t1\"}"));
        told.headers.put(name, "ACevil");
        run(PagedTransport.client(wire)
                .accountSid("AC00000000000000000000000000000001")
                .timer(timer)
                .instrumentation(told)
                .build()
                .notificationConfigurations()
                .fetch("t1"));
        assertThat(wire.requests.get(0).headers().values())
                .contains("AC00000000000000000000000000000001")
                .doesNotContain("ACevil");
    }

    @Test
    void readsTheStateOfAClientUntilItIsClosed() {
        NettyTransport transport = NettyTransport.create();
        FlexAlertsClient client = PagedTransport.client(transport)
                .maxConcurrency(3)
                .instrumentation(told)
                .build();
        assertThat(told.governor.get().limit()).isEqualTo(3);
        assertThat(told.pool.get().active()).isZero();
        FlexAlertsClient other =
                PagedTransport.client(transport).instrumentation(told).build();
        assertThat(told.events).isEmpty();
        client.close();
        other.close();
        assertThat(told.events).containsExactly("closed", "closed");
        transport.close();
        client(new ScriptedTransport(silence()));
        assertThat(told.pool).isNull();
    }

    private FlexAlertsClient client(Transport wire) {
        return PagedTransport.client(wire).timer(timer).instrumentation(told).build();
    }

    /** Lets a call run to its end, whatever that is. */
    private void run(Publisher<?> call) {
        List<Object> ends = new ArrayList<>();
        Flux.from(call)
                .materialize()
                .filter(signal -> !signal.isOnNext())
                .subscribeOn(Schedulers.immediate())
                .subscribe(ends::add);
        timer.advanceTimeBy(MINUTE);
        assertThat(ends).hasSize(1);
    }
}
