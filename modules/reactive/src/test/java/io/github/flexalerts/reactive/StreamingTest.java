package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Rules leave while their page arrives, and a page that breaks goes on where it broke. */
class StreamingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(300);

    private FakeFlex flex;
    private NettyTransport transport;
    private RuleOperations rules;

    @BeforeEach
    void start() {
        flex = FakeFlex.builder().rules(300).start();
        transport = NettyTransport.builder().responseTimeout(SILENCE).build();
        rules = FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .transport(transport)
                .retry(new RetryPolicy(
                        3, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1)))
                .build()
                .rules();
    }

    @AfterEach
    void stop() {
        transport.close();
        flex.close();
    }

    @Test
    void deliversTheRulesOfAPageThatNeverEnds() {
        flex.inject(Fault.parse("stall"));
        rules.list()
                .take(100)
                .as(StepVerifier::create)
                .expectNextCount(100)
                .expectComplete()
                .verify(LIMIT);
        assertThat(flex.requestCount()).isEqualTo(1);
    }

    @Test
    void resumesAfterTheRuleWhereAPageBroke() {
        flex.inject(Fault.parse("reset-in-rule@1=150"), Fault.parse("reset-in-rule@2=200"));
        assertThat(sids(rules.list())).isEqualTo(flex.sids());
        assertThat(flex.requestCount()).isEqualTo(3);
    }

    @Test
    void endsInACursorWithinThePageAndResumesThere() {
        flex.inject(Fault.parse("reset-in-rule=150"));
        List<Rule> before = new java.util.ArrayList<>();
        String[] cursor = new String[1];
        rules.list()
                .doOnNext(before::add)
                .as(StepVerifier::create)
                .thenConsumeWhile(rule -> true)
                .expectErrorSatisfies(error -> cursor[0] = ((PagingException) error).cursor())
                .verify(LIMIT);
        flex.clearFaults();
        List<String> all =
                new java.util.ArrayList<>(before.stream().map(Rule::sid).toList());
        assertThat(all).hasSizeBetween(100, 150);
        all.addAll(sids(rules.resumeFrom(cursor[0])));
        assertThat(all).isEqualTo(flex.sids());
    }

    @Test
    void failsAResponseThatStops() {
        flex.inject(Fault.parse("stall"));
        rules.pages(RuleQuery.all())
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("no answer in time")
                        .hasMessageContaining("after 3 attempts"))
                .verify(LIMIT);
    }

    @Test
    void waitsForAConsumerThatIsSlowerThanTheReadTimeout() {
        Flux<Rule> slow = rules.list(RuleQuery.builder().pageSize(1000).build())
                .concatMap(rule -> rule.sid().equals(flex.sids().get(5)) ? pause(rule) : Mono.just(rule), 0);
        assertThat(sids(slow)).isEqualTo(flex.sids());
        assertThat(flex.requestCount()).isEqualTo(1);
    }

    private static Mono<Rule> pause(Rule rule) {
        return Mono.just(rule).delayElement(SILENCE.multipliedBy(3));
    }

    private static List<String> sids(Flux<Rule> rules) {
        return rules.map(Rule::sid).collectList().block(LIMIT);
    }
}
