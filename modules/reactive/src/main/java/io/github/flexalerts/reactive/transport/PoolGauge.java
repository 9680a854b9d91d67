package io.github.flexalerts.reactive.transport;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/** Keeps the metrics that Reactor Netty offers for each pool, one pool a host. */
final class PoolGauge implements ConnectionProvider.MeterRegistrar {
    private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    @Override
    public void registerMetrics(
            String poolName, String id, SocketAddress remoteAddress, ConnectionPoolMetrics metrics) {
        pools.put(id + remoteAddress, metrics);
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
        pools.remove(id + remoteAddress);
    }

    PoolSnapshot snapshot() {
        return new PoolSnapshot(
                sum(ConnectionPoolMetrics::acquiredSize),
                sum(ConnectionPoolMetrics::idleSize),
                sum(ConnectionPoolMetrics::pendingAcquireSize));
    }

    private int sum(ToIntFunction<ConnectionPoolMetrics> size) {
        return pools.values().stream().mapToInt(size).sum();
    }
}
