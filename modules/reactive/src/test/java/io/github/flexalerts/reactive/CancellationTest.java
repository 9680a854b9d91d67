package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.LeakListener;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cancels at random moments; afterwards nothing is in use, nothing waits, and no buffer was lost. */
class CancellationTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CALLS = 1_500;

    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final FakeFlex flex = FakeFlex.builder().rules(300).unlimitedRules().start();
    private final NettyTransport transport = NettyTransport.create();
    private final Random random = new Random(20261123);
    private ResourceLeakDetector.Level level;

    @BeforeEach
    void watch() {
        level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        LeakListener listener = (resource, records) -> leaks.add(resource + records);
        ByteBufUtil.setLeakListener(listener);
    }

    @AfterEach
    void stop() {
        ResourceLeakDetector.setLevel(level);
        flex.close();
    }

    @Test
    void freesEverythingWheneverItIsCancelled() throws InterruptedException {
        flex.inject(Fault.parse("drip@rules.list:every2=400"), Fault.parse("delay@rules.fetch:every3=2ms"));
        FlexAlertsClient client = FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .transport(transport)
                .build();
        String sid = flex.sids().get(0);
        Flux.range(0, CALLS)
                .flatMap(i -> cancelled(call(client.rules(), i, sid)), 24, 1)
                .blockLast(LIMIT);
        Settled.await(transport, client);
        transport.close();
        flex.awaitNoConnections(LIMIT);
        lose();
        assertThat(leaks).isEmpty();
    }

    private static Publisher<?> call(RuleOperations rules, int i, String sid) {
        return switch (i % 3) {
            case 0 -> rules.list(RuleQuery.builder().pageSize(50).build());
            case 1 -> rules.fetch(sid);
            default -> rules.create(RuleOperationsTest.spec("cancelled-" + i));
        };
    }

    /** At a moment between none and a few milliseconds, or after some values. */
    private Mono<Void> cancelled(Publisher<?> call) {
        return random.nextBoolean()
                ? Flux.from(call).take(random.nextInt(80)).then()
                : Flux.from(call)
                        .takeUntilOther(Mono.delay(Duration.ofNanos(random.nextInt(6_000_000))))
                        .then();
    }

    /** A lost buffer is told when the next ones are made after it was collected. */
    private void lose() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            io.netty.buffer.ByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
    }
}
