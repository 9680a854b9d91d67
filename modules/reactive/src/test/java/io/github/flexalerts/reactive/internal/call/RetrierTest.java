package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.ApiProblem;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.internal.traffic.RetryBudget;
import io.github.flexalerts.reactive.internal.traffic.Ticks;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.scheduler.VirtualTimeScheduler;

class RetrierTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final RetryBudget budget = new RetryBudget();
    private final Retrier retrier = new Retrier(RetryPolicy.standard(), budget, () -> 0.5);

    @Test
    void repeatsUpToTheLastAttemptAndWaitsTwiceAsLongEachTime() {
        Call call = call(Operation.FETCH_RULE, LIMIT);
        assertThat(next(call, answer(503, null))).isEqualTo(Duration.ofMillis(50));
        assertThat(next(call, answer(503, null))).isEqualTo(Duration.ofMillis(100));
        assertThat(next(call, answer(503, null))).isEqualTo(Duration.ofMillis(200));
        assertThat(next(call, answer(503, null))).isNull();
        assertThat(call.paid()).isEqualTo(3 * 14);
        assertThat(retrier.end(call, answer(503, null)))
                .hasMessage("rules.fetch failed: 503, request RQ1 from the service after 4 attempts ["
                        + "#1 503 server_error after 0 ms (RQ1), waited 50 ms; "
                        + "#2 503 server_error after 0 ms (RQ1), waited 100 ms; "
                        + "#3 503 server_error after 0 ms (RQ1), waited 200 ms; "
                        + "#4 503 server_error after 0 ms (RQ1)]");
    }

    @Test
    void neverRetriesWithThePolicyNever() {
        Retrier once = new Retrier(RetryPolicy.none(), budget, () -> 0.5);
        assertThat(once.next(call(Operation.FETCH_RULE, LIMIT), answer(503, null), Authorizer.NOOP))
                .isNull();
        assertThat(budget.left()).isEqualTo(500);
    }

    @Test
    void waitsLongerWhenThrottledAndPaysLess() {
        Call call = call(Operation.CREATE_RULE, LIMIT);
        assertThat(next(call, answer(429, null))).isEqualTo(Duration.ofMillis(500));
        assertThat(call.paid()).isEqualTo(5);
    }

    @Property
    void drawsTheWaitFromTheWholeRange(
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double drawn,
            @ForAll @IntRange(min = 1, max = 3) int attempt) {
        Retrier jittered = new Retrier(RetryPolicy.standard(), new RetryBudget(), () -> drawn);
        Call call = call(Operation.FETCH_RULE, LIMIT);
        Duration wait = null;
        for (int i = 0; i < attempt; i++) {
            wait = jittered.next(call, answer(500, null), Authorizer.NOOP);
        }
        Duration ceiling = Duration.ofMillis(100L << (attempt - 1));
        assertThat(wait).isBetween(Duration.ZERO, ceiling);
        assertThat(wait.toNanos() / (double) ceiling.toNanos()).isCloseTo(drawn, within(1e-6));
    }

    @ParameterizedTest(name = "asked for {0}, waits {1}")
    @CsvSource({
        "PT0S,PT0.5S",
        "PT0.499S,PT0.5S",
        "PT0.501S,PT0.501S",
        "PT7S,PT7S",
        "PT60S,PT60S",
        "PT61S,PT60S",
        "PT24H,PT60S",
    })
    void honoursWhatTheServiceAsksForButNotBeyondTheCap(Duration asked, Duration wait) {
        Call call = call(Operation.FETCH_RULE, Duration.ofSeconds(61));
        assertThat(next(call, answer(429, asked))).isEqualTo(wait);
        assertThat(call.attempts().get(0).waited()).isEqualTo(wait);
    }

    @Test
    void honoursARetryAfterOfAnyAnswerThatIsRepeated() {
        assertThat(next(call(Operation.FETCH_RULE, LIMIT), answer(503, Duration.ofSeconds(3))))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest(name = "{0} asked, {1} left")
    @CsvSource({"PT10S,PT10S,10000", "PT11S,PT10S,11000", "PT1H,PT10S,3600000"})
    void failsAtOnceWhenTheWaitDoesNotFitAndSaysHowLongItIs(Duration asked, Duration left, long millis) {
        Call call = call(Operation.FETCH_RULE, left);
        assertThat(next(call, answer(429, asked))).isNull();
        FlexAlertsException end = retrier.end(call, answer(429, asked));
        assertThat(end)
                .hasMessageContaining("#1 429 throttled, not repeated: the service asked to wait " + millis
                        + " ms, past the deadline");
        assertThat(((ApiException) end).retryAfter()).isEqualTo(asked);
        assertThat(budget.left()).isEqualTo(500);
    }

    @Test
    void waitsWhenTheWaitJustFits() {
        assertThat(next(call(Operation.FETCH_RULE, Duration.ofMillis(10_001)), answer(429, Duration.ofSeconds(10))))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void failsAtOnceWhenTheBackoffDoesNotFit() {
        Call call = call(Operation.FETCH_RULE, Duration.ofMillis(50));
        assertThat(next(call, answer(503, null))).isNull();
        assertThat(retrier.end(call, answer(503, null)))
                .hasMessageContaining("server_error, not repeated: a backoff of 50 ms passes the deadline");
    }

    @Test
    void reportsThatTheBudgetSuppressedARetry() {
        while (budget.pay(false) > 0) {}
        Call call = call(Operation.FETCH_RULE, LIMIT);
        assertThat(next(call, answer(503, null))).isNull();
        assertThat(call.paid()).isZero();
        assertThat(call.attempts().get(0).reason()).isEqualTo("server_error, not repeated: the retry budget is empty");
    }

    @Test
    void doesNotRepeatACreateThatMayHaveBeenProcessed() {
        Call call = call(Operation.CREATE_RULE, LIMIT);
        assertThat(next(call, answer(503, null))).isNull();
        assertThat(retrier.end(call, answer(503, null)))
                .isInstanceOf(AmbiguousOutcomeException.class)
                .hasMessage("rules.create may or may not have been processed: rules.fetch failed: 503, request RQ1 "
                        + "from the service after 1 attempt [#1 503 server_error after 0 ms (RQ1)]")
                .hasCauseInstanceOf(ApiException.class);
        assertThat(call.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.uncertain()).isTrue());
    }

    @Test
    void repeatsOnceWithANewTokenAndAtNoCost() {
        Call call = call(Operation.CREATE_RULE, LIMIT);
        call.authorized("Bearer old");
        Authorizer renewing = authorizer(true);
        assertThat(retrier.next(call, answer(401, null), renewing)).isEqualTo(Duration.ZERO);
        assertThat(retrier.next(call, answer(401, null), renewing)).isNull();
        assertThat(call.attempts()).extracting(Attempt::reason).containsExactly("unauthorized", "unauthorized");
        assertThat(call.attempts().get(0).waited()).isEqualTo(Duration.ZERO);
        assertThat(call.paid()).isZero();
    }

    @Test
    void countsTheAttemptWithANewTokenAsOne() {
        Retrier once = new Retrier(RetryPolicy.none(), budget, () -> 0.5);
        assertThat(once.next(call(Operation.FETCH_RULE, LIMIT), answer(401, null), authorizer(true)))
                .isNull();
        Retrier twice = new Retrier(RetryPolicy.standard().withMaxAttempts(2), budget, () -> 0.5);
        Call call = call(Operation.FETCH_RULE, LIMIT);
        assertThat(twice.next(call, answer(503, null), authorizer(true))).isNotNull();
        assertThat(twice.next(call, answer(401, null), authorizer(true))).isNull();
        assertThat(call.attempts()).hasSize(2);
    }

    @Test
    void asksForNoNewTokenWhenNoTimeIsLeft() {
        Call call = call(Operation.FETCH_RULE, LIMIT);
        timer.advanceTimeBy(LIMIT);
        assertThat(retrier.next(call, answer(401, null), authorizer(true))).isNull();
        assertThat(call.attempts().get(0).reason()).isEqualTo("unauthorized, not repeated: no time is left");
    }

    @Test
    void endsWhenThereIsNoOtherToken() {
        assertThat(next(call(Operation.FETCH_RULE, LIMIT), answer(401, null))).isNull();
        assertThat(retrier.next(call(Operation.FETCH_RULE, LIMIT), answer(401, null), authorizer(false)))
                .isNull();
    }

    @Test
    void countsNoAttemptForACallThatTheClientHeldBack() {
        Call call = call(Operation.FETCH_RULE, LIMIT);
        SaturatedException full = new SaturatedException("rules.fetch", "5 calls wait already", null, List.of());
        assertThat(next(call, full)).isNull();
        assertThat(retrier.end(call, full)).hasMessage("rules.fetch not sent: 5 calls wait already");
        assertThat(call.attempts()).isEmpty();
    }

    @Test
    void reportsHowLongAnAttemptTook() {
        Call call = call(Operation.FETCH_RULE, LIMIT);
        timer.advanceTimeBy(Duration.ofMillis(30));
        call.attemptStarts();
        timer.advanceTimeBy(Duration.ofMillis(12));
        next(call, new TransportException("rules.fetch", Reason.CONNECTION, true, List.of(), null));
        assertThat(call.attempts())
                .singleElement()
                .isEqualTo(new Attempt(1, null, true, "lost", null, Duration.ofMillis(12), Duration.ofMillis(50)));
        assertThat(call.left()).isEqualTo(LIMIT.minusMillis(42));
        timer.advanceTimeBy(LIMIT);
        assertThat(call.left()).isEqualTo(Duration.ZERO);
    }

    @Test
    void capsARetryAfter() {
        assertThat(retrier.honoured(null)).isNull();
        assertThat(retrier.honoured(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(59));
        assertThat(retrier.honoured(Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(60));
    }

    private @Nullable Duration next(Call call, FlexAlertsException error) {
        return retrier.next(call, error, Authorizer.NOOP);
    }

    private Call call(Operation operation, Duration limit) {
        return new Call(
                new ApiRequest(operation, "https://flex", "/", Map.of(), null),
                CallInstrumentation.NOOP,
                limit,
                Ticks.of(timer));
    }

    private static ApiException answer(int status, @Nullable Duration retryAfter) {
        return ApiException.of(
                "rules.fetch",
                new ApiProblem(status, null, "secret words", null, "RQ1", retryAfter, null, List.of()),
                List.of());
    }

    private static Authorizer authorizer(boolean another) {
        return new Authorizer() {
            @Override
            public String known() {
                return "";
            }

            @Override
            public boolean rejected(String authorization) {
                assertThat(authorization).isIn("", "Bearer old");
                return another;
            }
        };
    }
}
