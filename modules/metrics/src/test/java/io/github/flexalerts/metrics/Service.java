package io.github.flexalerts.metrics;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.FlexAlertsClientBuilder;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A service and clients of it. */
final class Service implements AutoCloseable {
    /** The name of a task queue that is there. */
    static final String QUEUE = "Queue 00001";

    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration TINY = Duration.ofMillis(1);

    private final FakeFlex flex =
            FakeFlex.builder().rules(5).taskQueues(2).strictValues(false).start();

    FakeFlex flex() {
        return flex;
    }

    String sid() {
        return flex.sids().get(3);
    }

    /** Has the next requests befallen by faults alone. */
    void befall(String... faults) {
        flex.reset();
        for (String fault : faults) {
            flex.inject(Fault.parse(fault));
        }
    }

    FlexAlertsClientBuilder builder(ClientInstrumentation instrumentation) {
        return FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .retry(new RetryPolicy(3, TINY, TINY, Duration.ofMillis(5), Duration.ofMinutes(1)))
                .attemptTimeout(Duration.ofSeconds(2))
                .operationTimeout(Duration.ofSeconds(5))
                .instrumentation(instrumentation);
    }

    FlexAlertsClient client(ClientInstrumentation instrumentation) {
        return builder(instrumentation).build();
    }

    /** Runs a call to its end, whatever that is, and says what it was. */
    static String run(Publisher<?> call) {
        return Flux.from(call)
                .count()
                .map(String::valueOf)
                .onErrorResume(
                        error -> Flux.just(error.getClass().getSimpleName()).next())
                .block(LIMIT);
    }

    static RuleSpec spec(String name) {
        return RuleSpec.builder()
                .friendlyName(name)
                .metricId(MetricId.WAITING_NOW)
                .taskChannelSid("TC00000000000000000000000000000001")
                .taskQueueSids("WQ00000000000000000000000000000001")
                .active(true)
                .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                .notifyEnabled(false)
                .build();
    }

    @Override
    public void close() {
        flex.close();
    }
}
