package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Listings that break, links that lead astray, a service that has enough, and answers that are too large. */
class ResilienceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final RuleQuery PAGES_OF_FIVE =
            RuleQuery.builder().pageSize(5).build();
    private static final int PAGES = 5;

    private final FakeFlex flex =
            FakeFlex.builder().rules(PAGES * 5 - 2).unlimitedRules().start();
    private final NettyTransport transport =
            NettyTransport.builder().responseTimeout(Duration.ofMillis(250)).build();

    @AfterEach
    void stop() {
        transport.close();
        flex.close();
    }

    static Stream<Arguments> interruptions() {
        return Stream.of(
                        "status@%s=503",
                        "status@%s=429",
                        "status@%s=429,retry-after=0",
                        "reset-before-headers@%s",
                        "reset-after-headers@%s",
                        "reset-in-rule@%s=3",
                        "truncated-body@%s",
                        "stall@%s",
                        "stale-keep-alive@%s",
                        "close-after-answer@%s",
                        "drip@%s=100")
                .flatMap(fault -> IntStream.rangeClosed(1, PAGES)
                        .boxed()
                        .flatMap(page ->
                                Stream.of(0, 1, 3).map(lookAhead -> Arguments.of(fault.formatted(page), lookAhead))));
    }

    @ParameterizedTest(name = "{0}, look-ahead {1}")
    @MethodSource("interruptions")
    void emitsEveryRuleOnceInOrderAlthoughAPageBreaks(String fault, int lookAhead) {
        flex.inject(Fault.parse(fault));
        assertThat(sids(client(lookAhead).rules().list(PAGES_OF_FIVE))).isEqualTo(flex.sids());
    }

    @ParameterizedTest(name = "{0} from page {1} on, look-ahead {2}")
    @CsvSource({
        "status,1,0",
        "status,3,1",
        "reset-in-rule,0,1",
        "reset-in-rule,2,0",
        "reset-in-rule,2,1",
        "reset-in-rule,4,3",
        "truncated-body,1,1",
        "status,4,3",
    })
    void resumesExactlyWhereItBroke(String name, int page, int lookAhead) {
        String argument = name.equals("status") ? "=503" : name.equals("reset-in-rule") ? "=3" : "";
        flex.inject(Fault.parse(name + "@" + (page + 1) + "-" + argument));
        RuleOperations rules = client(lookAhead).rules();
        List<Rule> delivered = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        rules.list(PAGES_OF_FIVE)
                .doOnNext(delivered::add)
                .onErrorResume(error -> {
                    errors.add(error);
                    return Flux.empty();
                })
                .blockLast(LIMIT);
        flex.clearFaults();
        List<String> all = new ArrayList<>(delivered.stream().map(Rule::sid).toList());
        PagingException broken = (PagingException) errors.get(0);
        assertThat(broken.reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(broken.isTransient()).isTrue();
        all.addAll(sids(rules.resumeFrom(broken.cursor())));
        assertThat(all).isEqualTo(flex.sids());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "foreign-link,HOST",
        "foreign-link=EVIL,PORT",
        "scheme-relative-link,HOST",
        "downgraded-link,SCHEME",
        "user-info-link,USER_INFO",
        "backslash-link,MALFORMED",
        "other-port-link,PORT",
        "other-path-link,PATH",
        "dot-dot-link,PATH",
        "repeated-link,LOOP",
        "cyclic-link,LOOP",
        "backwards-link,BACKWARDS",
    })
    void followsNoForbiddenLink(String fault, Reason reason) {
        try (FakeFlex evil = FakeFlex.start()) {
            flex.inject(Fault.parse(fault.replace("EVIL", evil.baseUrl())));
            Throwable error = client(1)
                    .rules()
                    .list(PAGES_OF_FIVE)
                    .then()
                    .cast(Throwable.class)
                    .onErrorResume(thrown -> Mono.just(thrown))
                    .block(LIMIT);
            assertThat(error).isInstanceOf(PagingException.class);
            assertThat(((PagingException) error).reason()).isEqualTo(reason);
            assertThat(((PagingException) error).cursor()).isNull();
            assertThat(evil.openConnections()).isZero();
            assertThat(evil.requestCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"relative-link", "blank-link", "empty-page", "unknown-members", "gzip"})
    void acceptsUnusualButValidAnswers(String fault) {
        flex.inject(Fault.parse(fault));
        assertThat(sids(client(1).rules().list(PAGES_OF_FIVE))).isEqualTo(flex.sids());
    }

    @Test
    void createsFiveHundredRulesWhereFourAtATimeAreAdmitted() {
        flex.clear();
        flex.inject(Fault.parse("max-in-flight=4"), Fault.parse("delay=10ms"));
        FlexAlertsClient client = client(1);
        Flux.range(0, 500)
                .flatMap(i -> client.rules().create(RuleOperationsTest.spec("rule-" + i)), 16, 1)
                .blockLast(LIMIT);
        assertThat(flex.rules())
                .extracting((Map<String, Object> rule) -> rule.get("rule_friendly_name"))
                .hasSize(500)
                .doesNotHaveDuplicates();
        assertThat(flex.requestCount()).isLessThanOrEqualTo(1_000);
        assertThat(client.snapshot().limit()).isBetween(2, 6);
    }

    @ParameterizedTest
    @CsvSource({"rules.list", "rules.fetch", "rules.create"})
    void stopsAtARuleThatIsTooLarge(String operation) {
        flex.inject(Fault.parse("huge-rule@" + operation + "=50MB"));
        RuleOperations rules = client(1).rules();
        Flux<?> call = switch (operation) {
            case "rules.list" -> rules.list();
            case "rules.fetch" -> rules.fetch(flex.sids().get(0)).flux();
            default -> rules.create(RuleOperationsTest.spec("huge")).flux();
        };
        List<Throwable> errors = new ArrayList<>();
        call.onErrorResume(error -> {
                    errors.add(error);
                    return Flux.empty();
                })
                .blockLast(LIMIT);
        assertThat(errors)
                .singleElement()
                .isInstanceOf(
                        operation.equals("rules.create") ? AmbiguousOutcomeException.class : DecodingException.class);
        assertThat(errors.get(0)).hasMessageContaining("larger than 262144 bytes (maxRuleBytes)");
    }

    private FlexAlertsClient client(int lookAhead) {
        Duration tiny = Duration.ofMillis(2);
        return FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.apiKey(flex.apiKey(), flex.apiSecret()))
                .instanceSid(flex.instanceSid())
                .transport(transport)
                .retry(new RetryPolicy(4, tiny, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1)))
                .lookAhead(lookAhead)
                .build();
    }

    private static List<String> sids(Flux<Rule> rules) {
        return rules.map(Rule::sid).collectList().block(LIMIT);
    }
}
