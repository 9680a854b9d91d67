package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.transport.NettyTransport;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Waits until nothing of a client's calls is left: no connection in use, nobody waiting, nothing in flight. */
public final class Settled {
    private static final Duration TICK = Duration.ofMillis(2);
    private static final int TICKS = 2_500;

    private Settled() {}

    /** Fails if something is still left after a few seconds. */
    public static void await(NettyTransport transport, FlexAlertsClient client) {
        await(
                () -> transport.pool().active() == 0 && transport.pool().pending() == 0,
                () -> "pool " + transport.pool());
        await(() -> idle(client.snapshot()), () -> "governor " + client.snapshot());
    }

    private static boolean idle(GovernorSnapshot standing) {
        return standing.inFlight() == 0 && standing.interactiveQueued() == 0 && standing.bulkQueued() == 0;
    }

    private static void await(BooleanSupplier settled, Supplier<String> state) {
        Mono.fromSupplier(settled::getAsBoolean)
                .filter(Boolean.TRUE::equals)
                .repeatWhenEmpty(TICKS, ticks -> ticks.delayElements(TICK))
                .onErrorMap(IllegalStateException.class, e -> new AssertionError("not settled: " + state.get()))
                .block(Duration.ofSeconds(10));
    }
}
