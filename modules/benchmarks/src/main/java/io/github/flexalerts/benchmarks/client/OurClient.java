package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.server.Listing;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.transport.NettyTransport;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** flex-alerts with its defaults, but for as many calls at once as the others make. */
public final class OurClient extends ReactiveBenchClient {
    private static final int AT_ONCE = 256;
    private static final RuleSpec SPEC = RuleSpec.builder()
            .friendlyName("Waiting tasks now rule")
            .metricId(MetricId.WAITING_NOW)
            .taskChannelSid("TC00000000000000000000000000000001")
            .taskQueueSids("WQ00000000000000000000000000000001")
            .active(true)
            .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5000))
            .notifyEnabled(true)
            .notifySeverity(Severity.CRITICAL)
            .notifyDuration(Duration.ofMinutes(15))
            .notifyMethodsId("flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8")
            .build();

    private final NettyTransport transport;
    private final FlexAlertsClient client;

    /**
     * Creates the client.
     *
     * @param origin where the server is
     */
    public OurClient(String origin) {
        this(origin, ClientInstrumentation.NOOP);
    }

    OurClient(String origin, ClientInstrumentation instrumentation) {
        transport = NettyTransport.builder().maxConnections(AT_ONCE).build();
        client = FlexAlertsClient.builder()
                .baseUrl(URI.create(origin))
                .credentials(Credentials.apiKey(Wire.USER, Wire.SECRET))
                .instanceSid(ANY.instanceSid())
                .transport(transport)
                .maxConcurrency(AT_ONCE)
                .instrumentation(instrumentation)
                .build();
    }

    @Override
    public Flux<Rule> rules(Listing listing, int pageSize) {
        RuleQuery query = RuleQuery.builder().pageSize(pageSize).build();
        return client.forInstance(listing.instanceSid()).rules().list(query);
    }

    @Override
    Mono<Rule> fetch(String sid) {
        return client.rules().fetch(sid);
    }

    @Override
    Mono<Rule> create() {
        return client.rules().create(SPEC);
    }

    @Override
    public void close() {
        client.close();
        transport.close();
    }
}
