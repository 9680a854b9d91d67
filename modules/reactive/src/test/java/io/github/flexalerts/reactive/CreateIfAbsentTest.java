package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.failure;
import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.ScriptedTransport.Answer;
import io.github.flexalerts.reactive.transport.ApiRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class CreateIfAbsentTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Answer NOTHING = json(200, "{\"meta\":{},\"rules\":[]}");
    private static final Answer STANDING = page(rule("x", "Waiting (Now)", "TC1", "\"WQ2\",\"WQ1\""));
    private static final Answer LOST = failure(Reason.CONNECTION, true);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final RuleSpec spec = RuleOperationsTest.spec("x").toBuilder()
            .taskChannelSid("TC1")
            .taskQueueSids("WQ1", "WQ2")
            .build();

    @Test
    void createsWhatIsNotThere() {
        ScriptedTransport wire = new ScriptedTransport(NOTHING, json(201, "{\"sid\":\"QY7\"}"));
        assertCreation(wire, "QY7", true);
        assertThat(wire.requests)
                .extracting(ApiRequest::toString)
                .containsExactly(
                        "rules.list GET /v1/Instances/{InstanceSid}/InsightsRules",
                        "rules.create POST /v1/Instances/{InstanceSid}/InsightsRules");
        assertThat(wire.requests.get(0).target()).contains("MetricId=Waiting%20%28Now%29");
    }

    @Test
    void keepsARuleWhoseQueuesHaveAnotherOrder() {
        ScriptedTransport wire = new ScriptedTransport(STANDING);
        assertCreation(wire, "QY1", false);
        assertThat(wire.requests).hasSize(1);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({
        "y,Waiting (Now),TC1,'\"WQ1\",\"WQ2\"'",
        "x,Available (Now),TC1,'\"WQ1\",\"WQ2\"'",
        "x,Waiting (Now),TC2,'\"WQ1\",\"WQ2\"'",
        "x,Waiting (Now),TC1,'\"WQ1\"'",
        "x,Waiting (Now),TC1,'\"WQ1\",\"WQ2\",\"WQ3\"'",
        "x,Waiting (Now),TC1,''",
    })
    void doesNotConfuseItWithAnotherRule(String name, String metric, String channel, String queues) {
        ScriptedTransport wire =
                new ScriptedTransport(page(rule(name, metric, channel, queues)), json(201, "{\"sid\":\"QY7\"}"));
        assertCreation(wire, "QY7", true);
    }

    @Test
    void findsTheStoredRuleAfterALostAnswer() {
        ScriptedTransport wire = new ScriptedTransport(NOTHING, LOST, STANDING);
        assertCreation(wire, "QY1", true);
        assertThat(wire.requests).hasSize(3);
    }

    @Test
    void reportsUnresolvedWhenTheRuleIsNotFound() {
        ScriptedTransport wire = new ScriptedTransport(NOTHING, LOST, NOTHING);
        creation(wire)
                .as(StepVerifier::create)
                .expectError(AmbiguousOutcomeException.class)
                .verify(LIMIT);
        assertThat(wire.requests).hasSize(3);
    }

    @Test
    void reportsUnresolvedWhenTheRuleCannotBeReadBack() {
        ScriptedTransport wire = new ScriptedTransport(NOTHING, LOST, status(403));
        creation(wire)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(AmbiguousOutcomeException.class)
                        .satisfies(open -> assertThat(List.of(open.getSuppressed()))
                                .anyMatch(unread -> unread instanceof ApiException answer && answer.status() == 403)))
                .verify(LIMIT);
    }

    @Test
    void createsNothingWhenItCannotReadFirst() {
        ScriptedTransport wire = new ScriptedTransport(status(403));
        creation(wire).as(StepVerifier::create).expectError(ApiException.class).verify(LIMIT);
        assertThat(wire.requests).hasSize(1);
    }

    @Test
    void printsWhyTheServiceRefused() {
        ScriptedTransport wire = new ScriptedTransport(NOTHING, status(400));
        creation(wire).as(StepVerifier::create).expectError(ApiException.class).verify(LIMIT);
        assertThat(wire.requests).hasSize(2);
    }

    private Mono<Creation> creation(ScriptedTransport wire) {
        return PagedTransport.client(wire).timer(timer).build().rules().createIfAbsent(spec);
    }

    private void assertCreation(ScriptedTransport wire, String sid, boolean created) {
        creation(wire)
                .as(StepVerifier::create)
                .assertNext(creation -> {
                    assertThat(creation.rule().sid()).isEqualTo(sid);
                    assertThat(creation.created()).isEqualTo(created);
                })
                .expectComplete()
                .verify(LIMIT);
    }

    private static Answer page(String rule) {
        return json(200, "{\"meta\":{},\"rules\":[" + rule + "]}");
    }

    private static String rule(String name, String metric, String channel, String queues) {
        return "{\"sid\":\"QY1\",\"rule_friendly_name\":\"" + name + "\",\"metric_id\":\"" + metric
                + "\",\"task_channel_sid\":\"" + channel + "\",\"task_queue_sids\":[" + queues + "]}";
    }
}
