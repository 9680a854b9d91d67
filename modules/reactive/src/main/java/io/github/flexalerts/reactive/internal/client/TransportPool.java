package io.github.flexalerts.reactive.internal.client;

import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.util.function.Supplier;

/** A transport's pool; equal for clients that share the transport. */
public record TransportPool(NettyTransport transport) implements Supplier<PoolSnapshot> {
    @Override
    public PoolSnapshot get() {
        return transport.pool();
    }
}
