package io.github.flexalerts.metrics.internal;

import io.github.flexalerts.metrics.FlexAlertsMeterDocumentation;
import io.github.flexalerts.metrics.FlexAlertsMeterDocumentation.MeterKey;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The meters of all clients of one name: their sums, where clients that share something count it once. */
public final class ClientMeters {
    private final Timer interactiveWait;
    private final Timer bulkWait;
    private final List<Supplier<GovernorSnapshot>> governors = new CopyOnWriteArrayList<>();
    private final List<Supplier<PoolSnapshot>> pools = new CopyOnWriteArrayList<>();

    ClientMeters(Registrations to, String name) {
        Tag client = Tag.of(MeterKey.CLIENT.asString(), name);
        Tag interactive = Tag.of(MeterKey.LANE.asString(), Words.of(Lane.INTERACTIVE));
        Tag bulk = Tag.of(MeterKey.LANE.asString(), Words.of(Lane.BULK));
        interactiveWait = to.timer(FlexAlertsMeterDocumentation.LIMITER_WAIT, Tags.of(client, interactive));
        bulkWait = to.timer(FlexAlertsMeterDocumentation.LIMITER_WAIT, Tags.of(client, bulk));
        to.gauge(FlexAlertsMeterDocumentation.RETRY_BUDGET, calls(GovernorSnapshot::retryBudget), client);
        to.gauge(FlexAlertsMeterDocumentation.LIMITER_LIMIT, calls(GovernorSnapshot::limit), client);
        to.gauge(FlexAlertsMeterDocumentation.LIMITER_INFLIGHT, calls(GovernorSnapshot::inFlight), client);
        to.gauge(
                FlexAlertsMeterDocumentation.LIMITER_QUEUED,
                calls(GovernorSnapshot::interactiveQueued),
                client,
                interactive);
        to.gauge(FlexAlertsMeterDocumentation.LIMITER_QUEUED, calls(GovernorSnapshot::bulkQueued), client, bulk);
        to.gauge(
                FlexAlertsMeterDocumentation.POOL_CONNECTIONS,
                connections(PoolSnapshot::active),
                client,
                Tag.of(MeterKey.STATE.asString(), "active"));
        to.gauge(
                FlexAlertsMeterDocumentation.POOL_CONNECTIONS,
                connections(PoolSnapshot::idle),
                client,
                Tag.of(MeterKey.STATE.asString(), "idle"));
        to.gauge(FlexAlertsMeterDocumentation.POOL_PENDING, connections(PoolSnapshot::pending), client);
    }

    public Timer wait(Lane lane) {
        return lane == Lane.BULK ? bulkWait : interactiveWait;
    }

    public void add(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        governors.add(governor);
        if (pool != null) {
            pools.add(pool);
        }
    }

    public void remove(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        governors.remove(governor);
        if (pool != null) {
            pools.remove(pool);
        }
    }

    private Supplier<Number> calls(ToIntFunction<GovernorSnapshot> part) {
        return () -> sum(governors, part);
    }

    private Supplier<Number> connections(ToIntFunction<PoolSnapshot> part) {
        return () -> sum(pools, part);
    }

    private static <S> Number sum(List<Supplier<S>> sources, ToIntFunction<S> part) {
        return sources.stream()
                .distinct()
                .mapToInt(source -> part.applyAsInt(source.get()))
                .sum();
    }
}
