package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.testkit.FakeFlex;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** The five operations against the documented service over real HTTP. */
class RuleOperationsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String ABSENT = "QY0000000000000000000000000000dead";

    private FakeFlex flex;
    private FlexAlertsClient client;

    @BeforeEach
    void start() {
        flex = FakeFlex.builder().unlimitedRules().start();
        client = FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        flex.close();
    }

    static RuleSpec spec(String name) {
        return RuleSpec.builder()
                .friendlyName(name)
                .metricId(MetricId.WAITING_NOW)
                .taskChannelSid("TCaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                .taskQueueSids("WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                .active(true)
                .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                .notifyEnabled(true)
                .notifySeverity(Severity.WARNING)
                .notifyDuration(Duration.ofMinutes(1))
                .build();
    }

    @Test
    void createsTheSpecifiedRule() {
        client.rules()
                .createWithResponse(spec("created"))
                .as(StepVerifier::create)
                .assertNext(result -> {
                    assertThat(result.status()).isEqualTo(201);
                    assertThat(result.requestId()).startsWith("RQ");
                    assertThat(result.header("access-control-allow-origin")).isEqualTo("*");
                    assertThat(result.value().spec()).isEqualTo(spec("created"));
                    assertThat(flex.rule(result.value().sid())).containsEntry("notify_duration", 60_000);
                })
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void sendsAndCreatesNothingBeforeASubscription() {
        client.rules().create(spec("never"));
        assertThat(flex.requestCount()).isZero();
    }

    @Test
    void fetchesUpdatesAndDeletes() {
        Rule rule = client.rules().create(spec("one")).block(LIMIT);
        client.rules()
                .update(rule.sid(), spec("two"))
                .then(client.rules().fetch(rule.sid()))
                .as(StepVerifier::create)
                .assertNext(fetched -> assertThat(fetched.spec()).isEqualTo(spec("two")))
                .expectComplete()
                .verify(LIMIT);
        client.rules()
                .delete(rule.sid())
                .as(StepVerifier::create)
                .expectComplete()
                .verify(LIMIT);
        assertThat(flex.rules()).isEmpty();
    }

    @Test
    void modifiesOneFieldAndKeepsTheOthers() {
        Rule rule = client.rules().create(spec("kept")).block(LIMIT);
        client.rules()
                .modify(rule.sid(), spec -> spec.toBuilder().active(false).build())
                .as(StepVerifier::create)
                .assertNext(modified -> {
                    assertThat(modified.spec().active()).isFalse();
                    assertThat(modified.spec().friendlyName()).isEqualTo("kept");
                    assertThat(modified.spec().notification())
                            .isEqualTo(spec("kept").notification());
                })
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void listsEveryRuleOnceAlthoughLinksNameTheDocumentedHost() {
        flex.seed(5_000);
        List<Object> sids = flex.rules().stream().map(rule -> rule.get("sid")).toList();
        RuleQuery query = RuleQuery.builder().pageSize(70).build();
        List<String> listed =
                client.rules().list(query).map(Rule::sid).collectList().block(Duration.ofSeconds(30));
        assertThat(listed).isEqualTo(sids);
        assertThat(flex.requestCount()).isEqualTo(72);
    }

    @Test
    void reportsThatTheRuleDoesNotExist() {
        client.rules()
                .fetch(ABSENT)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageMatching(
                                "rules.fetch failed: 404, Twilio code 20404, request RQ\\w+ from the service.*"))
                .verify(LIMIT);
    }

    @Test
    void createsOnlyWhatIsNotThere() {
        assertThat(client.rules().createIfAbsent(spec("x")).block(LIMIT).created())
                .isTrue();
        assertThat(client.rules().createIfAbsent(spec("x")).block(LIMIT).created())
                .isFalse();
        assertThat(flex.rules()).hasSize(1);
    }
}
