package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.internal.ClientMeters;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Keeps the meters while a client is attached: made for the first, removed with the last. */
final class MeterHome {
    private final Supplier<Meters> make;
    private volatile @Nullable Meters live;
    private int attached;

    MeterHome(Supplier<Meters> make) {
        this.make = make;
    }

    /** Returns the meters, null if no client is attached. */
    @Nullable
    Meters live() {
        return live;
    }

    synchronized Disposable attach(
            String client, Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        Meters meters = live == null ? make.get() : live;
        live = meters;
        attached++;
        ClientMeters own = meters.client(client);
        own.add(governor, pool);
        return Disposables.composite(() -> detach(meters, own, governor, pool));
    }

    private synchronized void detach(
            Meters meters,
            ClientMeters own,
            Supplier<GovernorSnapshot> governor,
            @Nullable Supplier<PoolSnapshot> pool) {
        own.remove(governor, pool);
        if (--attached == 0) {
            live = null;
            meters.close();
        }
    }
}
