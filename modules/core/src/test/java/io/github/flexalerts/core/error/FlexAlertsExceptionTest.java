package io.github.flexalerts.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.error.PagingException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlexAlertsExceptionTest {
    private static final String TIMELINE =
            " after 2 attempts [#1 503 server_error after 12 ms (RQ1), waited 80 ms; #2 timeout after 2000 ms]";

    static Stream<Arguments> transience() {
        return Stream.of(
                Arguments.of(lost(true, List.of()), true),
                Arguments.of(lost(false, List.of()), true),
                Arguments.of(
                        new SaturatedException("rules.list", "100 calls wait already, the limit", null, List.of()),
                        true),
                Arguments.of(new ClientClosedException("rules.list", true, List.of()), false),
                Arguments.of(new ClientClosedException("rules.list", false, List.of()), false),
                Arguments.of(new DecodingException("rules.list", "not valid JSON", 200, null, List.of()), false),
                Arguments.of(new AmbiguousOutcomeException("rules.create", List.of(), lost(true, List.of())), false),
                Arguments.of(new PagingException("rules.list", Reason.INTERRUPTED, "/p", 2, answered(503)), true),
                Arguments.of(new PagingException("rules.list", Reason.INTERRUPTED, "/p", 2, answered(404)), false),
                Arguments.of(new PagingException("rules.list", Reason.HOST, null, 2, null), false),
                Arguments.of(unresolved(), false),
                Arguments.of(new FilterIgnoredException("rules.list", List.of("Active"), "QY1", 3), false),
                Arguments.of(new OrphanedConfigurationException("alerts.create", "flex_1", answered(503)), true),
                Arguments.of(new OrphanedConfigurationException("alerts.create", "flex_1", answered(400)), false),
                Arguments.of(new OrphanedConfigurationException("alerts.create", null, answered(503)), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transience")
    void reportsWhetherARetryMayHelp(FlexAlertsException exception, boolean isTransient) {
        assertThat(exception.isTransient()).isEqualTo(isTransient);
    }

    @Test
    void reportsEveryAttempt() {
        assertThat(lost(true, Failures.twoAttempts()))
                .hasMessage("rules.create failed: no answer in time after the request was sent" + TIMELINE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transience")
    void takesItsAttemptsOverIntoACopyThatIsOtherwiseTheSame(FlexAlertsException exception, boolean isTransient) {
        FlexAlertsException copy = exception.withAttempts(Failures.twoAttempts());

        assertThat(copy).hasSameClassAs(exception);
        assertThat(copy.operation()).isEqualTo(exception.operation());
        assertThat(copy.isTransient()).isEqualTo(isTransient);
        boolean ofCalls = exception instanceof PagingException
                || exception instanceof UnresolvedNameException
                || exception instanceof FilterIgnoredException
                || exception instanceof OrphanedConfigurationException;
        if (!ofCalls) {
            assertThat(copy.attempts()).isEqualTo(Failures.twoAttempts());
            assertThat(copy).hasMessageContaining(TIMELINE);
        }
    }

    @Test
    void keepsTheStatusInACopy() {
        assertThat(answered(404).withAttempts(Failures.twoAttempts()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(TIMELINE);
        assertThat(new SaturatedException("rules.list", "closed", Duration.ofSeconds(9), List.of()).retryAfter())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void reportsASingleAttemptToo() {
        assertThat(lost(false, Failures.twoAttempts().subList(1, 2)))
                .hasMessage("rules.create failed: no answer in time before the request was sent"
                        + " after 1 attempt [#2 timeout after 2000 ms]");
    }

    @Test
    void reportsTheAttemptsOnceAlthoughItsCauseHasThem() {
        TransportException cause = lost(true, Failures.twoAttempts());

        assertThat(new AmbiguousOutcomeException("rules.create", cause.attempts(), cause))
                .hasMessage("rules.create may or may not have been processed: "
                        + "rules.create failed: no answer in time after the request was sent" + TIMELINE)
                .hasCause(cause)
                .satisfies(e -> assertThat(e.attempts()).hasSize(2));
    }

    @Test
    void copiesTheAttempts() {
        List<Attempt> attempts = new ArrayList<>(Failures.twoAttempts());
        TransportException exception = lost(true, attempts);

        attempts.clear();

        assertThat(exception.attempts()).hasSize(2);
        assertThat(exception.operation()).isEqualTo("rules.create");
    }

    @ParameterizedTest
    @EnumSource
    void reportsWhichPartOfTheExchangeFailed(TransportException.Reason reason) {
        TransportException exception =
                new TransportException("rules.fetch", reason, false, List.of(), new IOException("quoted bytes"));

        assertThat(exception.reason()).isEqualTo(reason);
        assertThat(exception.requestSent()).isFalse();
        assertThat(exception.getMessage())
                .startsWith("rules.fetch failed: ")
                .endsWith(" before the request was sent")
                .doesNotContain("quoted");
    }

    @Test
    void reportsWhichAnswerCouldNotBeRead() {
        assertThat(new DecodingException("rules.fetch", "not valid JSON", 200, "RQ1", List.of()))
                .hasMessage("rules.fetch failed: not valid JSON (status 200, request RQ1)")
                .satisfies(e -> assertThat(e.status()).isEqualTo(200))
                .satisfies(e -> assertThat(e.requestId()).isEqualTo("RQ1"));
        assertThat(new DecodingException("rules.fetch", "not valid JSON", 200, null, List.of()))
                .hasMessage("rules.fetch failed: not valid JSON (status 200)");
        assertThat(new DecodingException("rules.fetch", "not valid JSON", null, null, List.of()))
                .hasMessage("rules.fetch failed: not valid JSON");
    }

    @Test
    void reportsHowManyCallsWait() {
        assertThat(new SaturatedException("rules.list", "500 calls wait already, the limit", null, List.of()))
                .hasMessage("rules.list not sent: 500 calls wait already, the limit");
    }

    @Test
    void describesAnAttemptInOnePhrase() {
        Attempt attempt = new Attempt(3, 429, false, "throttled", null, Duration.ofNanos(1_999_999), null);

        assertThat(attempt).hasToString("#3 429 throttled after 1 ms");
        assertThat(attempt.thenWaited(Duration.ZERO)).hasToString("#3 429 throttled after 1 ms, waited 0 ms");
    }

    @Test
    void reportsThePositionInThePlanAndNotTheName() throws Exception {
        assertThat(unresolved())
                .hasMessage(
                        "alerts.create not sent: user 2 of the plan is ambiguous, several bear that name (FU1, FU2)")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(UnresolvedNameException.Kind.USER))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(UnresolvedNameException.Reason.AMBIGUOUS))
                .satisfies(e -> assertThat(e.position()).isEqualTo(2))
                .satisfies(e -> assertThat(e.name()).isEqualTo("anna@example.com"))
                .satisfies(e -> assertThat(e.sids()).containsExactly("FU1", "FU2", "a b"));
        assertThat(Failures.throughSerialization(unresolved()).sids()).isEmpty();
    }

    @Test
    void namesTheOrphanedConfiguration() {
        ApiException cause = answered(400);
        assertThat(new OrphanedConfigurationException("alerts.create", "flex_1", cause))
                .hasMessage(
                        "alerts.create failed and left the notification configuration flex_1: " + cause.getMessage())
                .hasCause(cause)
                .satisfies(e -> assertThat(e.ttid()).isEqualTo("flex_1"));
        assertThat(new OrphanedConfigurationException("alerts.create", null, cause))
                .hasMessageStartingWith(
                        "alerts.create failed and may have left a notification configuration with an unknown id: ");
        assertThat(new OrphanedConfigurationException("alerts.create", "a b", cause))
                .hasMessageContaining("whose id is of another shape than documented")
                .hasMessageNotContaining("a b");
        assertThat(new OrphanedConfigurationException("alerts.create", "flex_1", new IOException("quoted bytes")))
                .hasMessageEndingWith(": IOException");
    }

    @Test
    void survivesSerializationWithoutTheAttempts() throws Exception {
        TransportException read = Failures.throughSerialization(lost(true, Failures.twoAttempts()));

        assertThat(read.getMessage()).endsWith(TIMELINE);
        assertThat(read.attempts()).isEmpty();
        assertThat(read.requestSent()).isTrue();
    }

    @Test
    void countsTheProblemsOfASpecAsArgumentErrors() throws Exception {
        InvalidSpecException exception = new InvalidSpecException(List.of("active is missing", "metric_id is missing"));

        assertThat(exception)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("active is missing; metric_id is missing");
        assertThat(exception.problems()).containsExactly("active is missing", "metric_id is missing");
        assertThat(Failures.throughSerialization(exception))
                .hasMessage(exception.getMessage())
                .satisfies(e -> assertThat(e.problems()).isEmpty());
    }

    @Test
    void throwsOnlyForAProblem() {
        InvalidSpecException.throwIfAny(List.of());
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> InvalidSpecException.throwIfAny(List.of("active is missing")));
    }

    private static UnresolvedNameException unresolved() {
        return new UnresolvedNameException(
                "alerts.create",
                UnresolvedNameException.Kind.USER,
                UnresolvedNameException.Reason.AMBIGUOUS,
                2,
                "anna@example.com",
                List.of("FU1", "FU2", "a b"));
    }

    private static ApiException answered(int status) {
        return ApiException.of("rules.list", Failures.problem(status), List.of());
    }

    private static TransportException lost(boolean requestSent, List<Attempt> attempts) {
        return new TransportException(
                "rules.create", TransportException.Reason.TIMEOUT, requestSent, attempts, new IOException());
    }
}
