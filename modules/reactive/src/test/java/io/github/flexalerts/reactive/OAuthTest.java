package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.silence;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.core.error.AccessDeniedException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.internal.auth.AccessToken;
import io.github.flexalerts.reactive.internal.auth.TokenAuthorizer;
import io.github.flexalerts.reactive.internal.auth.Tokens;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Tokens: fetched once for everybody, kept while they are good, and never shown. */
class OAuthTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String RULE = "{\"sid\":\"QY1\"}";

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

    @Test
    void fetchesATokenWithTheClientsCredentials() {
        Wire wire = new Wire(new ScriptedTransport(token("t1", 3600)), new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client =
                client(wire, Credentials.oauth("OQ1", "s&cret=ü", URI.create("https://id.example:8443/t?x=1")));
        assertThat(wire.tokens.requests).isEmpty();
        call(client);
        assertThat(wire.tokens.requests).singleElement().satisfies(request -> {
            assertThat(request.origin() + request.target()).isEqualTo("https://id.example:8443/t?x=1");
            assertThat(request.headers())
                    .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                    .doesNotContainKey("Authorization");
            assertThat(StandardCharsets.UTF_8.decode(request.body().duplicate()).toString())
                    .isEqualTo("grant_type=client_credentials&client_id=OQ1&client_secret=s%26cret%3D%C3%BC");
        });
        assertThat(wire.authorizations()).containsExactly("Bearer t1");
    }

    @Test
    void usesTheTokenEndpointOfTwilioByDefault() {
        Wire wire = new Wire(new ScriptedTransport(token("t1", 3600)), new ScriptedTransport(json(200, RULE)));
        call(client(wire, Credentials.oauth("OQ1", "s3cret")));
        ApiRequest request = wire.tokens.requests.get(0);
        assertThat(request.origin() + request.target()).isEqualTo("https://oauth.twilio.com/v2/token");
    }

    @Test
    void fetchesOneTokenForAThousandCallsAtOnce() {
        Wire wire = new Wire(
                new ScriptedTransport(
                        token("t1", 3600).after(Duration.ofMillis(200), Schedulers.parallel()), token("t2", 3600)),
                new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client = PagedTransport.client(wire)
                .credentials(Credentials.oauth("OQ1", "s3cret"))
                .build();
        Flux.range(0, 1_000)
                .flatMap(i -> client.rules().fetch("QY1").subscribeOn(Schedulers.boundedElastic()), 1_000)
                .as(StepVerifier::create)
                .expectNextCount(1_000)
                .expectComplete()
                .verify(LIMIT);
        assertThat(wire.tokens.requests).hasSize(1);
        assertThat(wire.authorizations()).hasSize(1_000).containsOnly("Bearer t1");
    }

    @Test
    void fetchesANewTokenShortlyBeforeTheOldOneExpires() {
        Wire wire = new Wire(
                new ScriptedTransport(token("t1", 3600), token("t2", 3600)), new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client = client(wire, Credentials.oauth("OQ1", "s3cret"));
        call(client);
        timer.advanceTimeBy(Duration.ofMillis(3_569_999));
        call(client);
        timer.advanceTimeBy(Duration.ofMillis(1));
        call(client);
        call(client);
        assertThat(wire.authorizations()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2");
    }

    @Test
    void sharesTheTokenWithTheClientsOfOtherInstancesAndLanes() {
        Wire wire = new Wire(new ScriptedTransport(token("t1", 3600)), new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client = client(wire, Credentials.oauth("OQ1", "s3cret"));
        call(client);
        call(client.forInstance("GO00000000000000000000000000000002").lane(Lane.BULK));
        assertThat(wire.tokens.requests).hasSize(1);
    }

    @Test
    void keepsNoFailureAndSendsNothingWithoutAToken() {
        Wire wire = new Wire(
                new ScriptedTransport(json(401, "{\"code\":70001,\"message\":\"s3cret is wrong\"}"), token("t1", 3600)),
                new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client = client(wire, Credentials.oauth("OQ1", "s3cret"));
        assertThat(fail(client))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("token.fetch failed: 401, Twilio code 70001 from the service after 1 attempt "
                        + "[#1 401 unauthorized after 0 ms]");
        assertThat(wire.rules.requests).isEmpty();
        call(client);
        assertThat(wire.authorizations()).containsExactly("Bearer t1");
        assertThat(client.snapshot().inFlight()).isZero();
    }

    @Test
    void repeatsTheFetchOfATokenWithinTheCall() {
        Wire wire =
                new Wire(new ScriptedTransport(status(503), token("t1", 3600)), new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client = client(wire, Credentials.oauth("OQ1", "s3cret"));
        List<Rule> rules = new ArrayList<>();
        client.rules().fetch("QY1").subscribe(rules::add);
        timer.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(rules).hasSize(1);
        assertThat(wire.tokens.requests).hasSize(2);
    }

    @Test
    void waitsForATokenNoLongerThanTheCallMayTake() {
        Wire wire = new Wire(new ScriptedTransport(silence()), new ScriptedTransport(status(401)));
        FlexAlertsClient client = PagedTransport.client(wire)
                .credentials(Credentials.oauth("OQ1", "s3cret"))
                .operationTimeout(Duration.ofSeconds(3))
                .timer(timer)
                .build();
        List<Throwable> errors = new ArrayList<>();
        client.rules().fetch("QY1").subscribe(rule -> {}, errors::add);
        timer.advanceTimeBy(Duration.ofSeconds(3));
        assertThat(errors).singleElement().isInstanceOf(TransportException.class);
    }

    @Test
    void waitsForANewTokenNoLongerThanTheCallHasLeft() {
        Wire wire = new Wire(
                new ScriptedTransport(token("t1", 3600), silence()),
                new ScriptedTransport(status(401).after(Duration.ofSeconds(50), timer)));
        FlexAlertsClient client = PagedTransport.client(wire)
                .credentials(Credentials.oauth("OQ1", "s3cret"))
                .attemptTimeout(Duration.ofSeconds(60))
                .timer(timer)
                .build();
        List<Throwable> errors = new ArrayList<>();
        client.rules().fetch("QY1").subscribe(rule -> {}, errors::add);
        timer.advanceTimeBy(Duration.ofSeconds(60));
        assertThat(errors).singleElement().isInstanceOfSatisfying(TransportException.class, late -> {
            assertThat(late.operation()).isEqualTo("rules.fetch");
            assertThat(late.requestSent()).isFalse();
            assertThat(late.attempts())
                    .extracting(Attempt::elapsed)
                    .containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(10));
        });
    }

    @Test
    void keepsTheFetchGoingForOthersWhenOneCallIsCancelled() {
        Wire wire = new Wire(
                new ScriptedTransport(token("t1", 3600).after(Duration.ofSeconds(1), timer), token("t2", 3600)),
                new ScriptedTransport(json(200, RULE)));
        FlexAlertsClient client = client(wire, Credentials.oauth("OQ1", "s3cret"));
        List<Rule> rules = new ArrayList<>();
        Disposable first = client.rules().fetch("QY1").subscribe(rules::add);
        client.rules().fetch("QY1").subscribe(rules::add);
        first.dispose();
        timer.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(rules).hasSize(1);
        assertThat(wire.tokens.requests).hasSize(1);
    }

    @Test
    void fetchesANewTokenOnceForACallThatIsNotAccepted() {
        Wire wire = new Wire(
                new ScriptedTransport(token("t1", 3600), token("t2", 3600)),
                new ScriptedTransport(status(401), json(200, RULE)));
        call(client(wire, Credentials.oauth("OQ1", "s3cret")));
        assertThat(wire.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void retriesNothingWithThePolicyNeverButDiscardsTheToken() {
        Wire wire = new Wire(
                new ScriptedTransport(token("t1", 3600), token("t2", 3600)),
                new ScriptedTransport(status(401), json(200, RULE)));
        FlexAlertsClient client = PagedTransport.client(wire)
                .credentials(Credentials.oauth("OQ1", "s3cret"))
                .retry(RetryPolicy.none())
                .timer(timer)
                .build();
        assertThat(fail(client)).isInstanceOf(AccessDeniedException.class);
        assertThat(wire.authorizations()).containsExactly("Bearer t1");
        call(client);
        assertThat(wire.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void namesTheLimitThatTheAnswerWithATokenPassed() {
        Wire wire = new Wire(new ScriptedTransport(token("t".repeat(1024), 1)), new ScriptedTransport(status(401)));
        FlexAlertsClient client = PagedTransport.client(wire)
                .credentials(Credentials.oauth("OQ1", "s3cret"))
                .maxErrorBytes(1024)
                .timer(timer)
                .build();
        assertThat(fail(client)).hasMessageContaining("the body is larger than 1024 bytes (maxErrorBytes)");
    }

    @Test
    void failsWhenTheNewTokenIsRefusedToo() {
        Wire wire = new Wire(
                new ScriptedTransport(token("t1", 3600), token("t2", 3600), token("t3", 3600)),
                new ScriptedTransport(status(401)));
        FlexAlertsException error = fail(client(wire, Credentials.oauth("OQ1", "s3cret")));
        assertThat(error)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("rules.fetch failed: 401 from the service after 2 attempts "
                        + "[#1 401 unauthorized after 0 ms, waited 0 ms; #2 401 unauthorized after 0 ms]");
        assertThat(wire.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void fetchesOneTokenForTwoClientsOfOneCredential() {
        Wire wire = new Wire(new ScriptedTransport(token("t1", 3600)), new ScriptedTransport(json(200, RULE)));
        Credentials credentials = Credentials.oauth("OQ1", "s3cret");
        call(client(wire, credentials));
        call(client(wire, credentials));
        assertThat(wire.tokens.requests).hasSize(1);
        assertThat(wire.authorizations()).containsExactly("Bearer t1", "Bearer t1");
        call(client(wire, Credentials.oauth("OQ1", "s3cret")));
        assertThat(wire.tokens.requests).hasSize(2);
    }

    @Test
    void dropsOnlyTheTokenThatWasNotAccepted() {
        List<String> fetched = new ArrayList<>();
        TokenAuthorizer authorizer =
                new TokenAuthorizer(new Tokens(VirtualTimeScheduler.create()), Mono.fromSupplier(() -> {
                    fetched.add("t" + (fetched.size() + 1));
                    return new AccessToken("Bearer t" + fetched.size(), Instant.MAX);
                }));
        assertThat(authorizer.authorization().block()).isEqualTo("Bearer t1");
        assertThat(authorizer.rejected("Bearer t1")).isTrue();
        assertThat(authorizer.authorization().block()).isEqualTo("Bearer t2");
        // A call that was sent with the first token is told so only now.
        assertThat(authorizer.rejected("Bearer t1")).isTrue();
        assertThat(authorizer.authorization().block()).isEqualTo("Bearer t2");
        assertThat(fetched).hasSize(2);
    }

    @ParameterizedTest(name = "expires_in {0}: stale after {1}")
    @CsvSource({
        "3600,PT59M30S",
        "60,PT30S",
        "59,PT29.5S",
        "1,PT0.5S",
        "3600.9,PT59M30S",
        "0,PT59M30S",
        "-5,PT59M30S",
        "2592000,PT719H59M30S",
        "2592001,PT59M30S",
        "'3600',PT59M30S",
        "soon,PT59M30S",
        ",PT59M30S",
        "1e30,PT59M30S",
    })
    void makesSomethingOfAnyLifetime(@Nullable String expiresIn, Duration fresh) {
        Map<String, Object> answer = new HashMap<>(Map.of("access_token", "t1"));
        answer.put("expires_in", number(expiresIn));
        assertThat(AccessToken.of(answer, Instant.EPOCH).staleAt()).isEqualTo(Instant.EPOCH.plus(fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void takesTheTypeInAnyCaseAndSendsItInTheUsualOne(String type) {
        Map<String, Object> answer = Map.of("access_token", "t1", "token_type", type);
        assertThat(AccessToken.of(answer, Instant.EPOCH).authorization()).isEqualTo("Bearer t1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":null}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"s3cret\\r\\nX: y\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"s3cret\",\"token_type\":\"mac\"}",
                "s3cret",
                "<html>s3cret</html>",
            })
    void refusesAnAnswerWithoutATokenAndQuotesNothing(String body) {
        Wire wire = new Wire(new ScriptedTransport(json(200, body)), new ScriptedTransport(json(200, RULE)));
        assertThat(fail(client(wire, Credentials.oauth("OQ1", "s3cret"))))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("token.fetch failed: ")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
        assertThat(wire.rules.requests).isEmpty();
    }

    @Test
    void reportsTheProblemOfAToken() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> AccessToken.of(Map.of("access_token", "t", "token_type", "mac"), Instant.EPOCH))
                .withMessage("the token_type is not Bearer");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> AccessToken.of(Map.of(), Instant.EPOCH))
                .withMessage("the answer has no access_token");
    }

    @Test
    void masksItsSecrets() {
        assertThat(Credentials.oauth("OQ1", "s3cret")).hasToString("Credentials[OQ1, secret=***]");
        assertThat(new AccessToken("Bearer s3cret", Instant.EPOCH))
                .hasToString("AccessToken[***, staleAt=1970-01-01T00:00:00Z]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example/t", "https://user:pass@id.example/t", "/t", "mailto:x"})
    void sendsItsSecretOnlyOverTls(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.oauth("OQ1", "s3cret", URI.create(url)))
                .withMessageStartingWith("tokenUrl must be ")
                .withMessageNotContaining("s3cret");
    }

    private static @Nullable Object number(@Nullable String text) {
        if (text == null || text.equals("soon")) {
            return text;
        }
        return text.matches("-?[0-9]+") ? (Object) Long.valueOf(text) : Double.valueOf(text);
    }

    private static ScriptedTransport.Answer token(String token, int seconds) {
        return json(
                200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private FlexAlertsClient client(Transport wire, Credentials credentials) {
        return PagedTransport.client(wire).credentials(credentials).timer(timer).build();
    }

    private static void call(FlexAlertsClient client) {
        client.rules()
                .fetch("QY1")
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
    }

    private static FlexAlertsException fail(FlexAlertsClient client) {
        List<Throwable> errors = new ArrayList<>();
        client.rules().fetch("QY1").subscribe(rule -> {}, errors::add);
        assertThat(errors).hasSize(1);
        return (FlexAlertsException) errors.get(0);
    }

    /** The token endpoint and the service. */
    private record Wire(ScriptedTransport tokens, ScriptedTransport rules) implements Transport {
        @Override
        public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
            return (request.operation() == Operation.FETCH_TOKEN ? tokens : rules).exchange(request, reader);
        }

        List<String> authorizations() {
            return rules.requests.stream()
                    .map(request -> request.headers().get("Authorization"))
                    .toList();
        }
    }
}
