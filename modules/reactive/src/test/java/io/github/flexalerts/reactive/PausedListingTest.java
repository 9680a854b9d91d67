package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.testkit.FakeFlex;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Listings whose consumers make calls of their own for each rule. */
class PausedListingTest {
    private static final int LISTINGS = 16;
    private static final int RULES = 150;

    @Test
    void doNotKeepThePlacesThatTheirConsumersWaitFor() {
        try (FakeFlex flex = FakeFlex.builder().rules(RULES).start();
                NettyTransport transport = NettyTransport.create();
                FlexAlertsClient client = client(flex, transport)) {
            Flux<Rule> each =
                    client.rules().list().concatMap(rule -> client.rules().fetch(rule.sid()), 1);
            Long fetched = Flux.range(0, LISTINGS)
                    .flatMap(listing -> each, LISTINGS, 1)
                    .count()
                    .block(Duration.ofMinutes(1));
            assertThat(fetched).isEqualTo(LISTINGS * RULES);
            Settled.await(transport, client);
        }
    }

    private static FlexAlertsClient client(FakeFlex flex, NettyTransport transport) {
        return FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .operationTimeout(Duration.ofSeconds(10))
                .transport(transport)
                .build();
    }
}
