package io.github.flexalerts.reactive.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The transport on Reactor Netty, with connections and I/O threads of its own. No buffer of Netty's ever leaves it: the
 * answer is read inside its receive callback.
 */
public final class NettyTransport implements Transport {
    private final HttpClient http;
    private final Map<Route, HttpClient.RequestSender> senders = new ConcurrentHashMap<>();
    private final ConnectionProvider connections;
    private final LoopResources loops;
    private final PoolGauge gauge;
    private final int maxConnections;

    NettyTransport(
            HttpClient http, ConnectionProvider connections, LoopResources loops, PoolGauge gauge, int maxConnections) {
        this.http = http;
        this.connections = connections;
        this.loops = loops;
        this.gauge = gauge;
        this.maxConnections = maxConnections;
    }

    /**
     * Returns a transport with the defaults.
     *
     * @return a new transport, to be closed
     */
    public static NettyTransport create() {
        return builder().build();
    }

    /**
     * Returns a builder with the defaults.
     *
     * @return a new builder
     */
    public static NettyTransportBuilder builder() {
        return new NettyTransportBuilder();
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Exchange.of(
                request,
                sent -> sending(sent).response((response, content) -> reader.apply(answer(response, content))));
    }

    /**
     * Returns how the connections stand at this moment.
     *
     * @return a snapshot over all hosts
     */
    public PoolSnapshot pool() {
        return gauge.snapshot();
    }

    @Override
    public int maxConcurrency() {
        return maxConnections;
    }

    /** Closes all connections and ends the I/O threads, without waiting for them. */
    @Override
    public void close() {
        connections.dispose();
        loops.dispose();
    }

    private HttpClient.ResponseReceiver<?> sending(ApiRequest request) {
        HttpClient.RequestSender sender = senders.computeIfAbsent(
                        new Route(request.origin(), request.operation().verb()), this::sender)
                .uri(request.target());
        ByteBuffer body = request.body();
        return body == null ? sender : sender.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.duplicate())));
    }

    private HttpClient.RequestSender sender(Route route) {
        URI url = URI.create(route.origin());
        boolean secure = url.getScheme().equals("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        InetSocketAddress address = InetSocketAddress.createUnresolved(url.getHost(), port);
        HttpClient bound = http.remoteAddress(() -> address);
        return (secure ? bound : bound.noSSL()).request(HttpMethod.valueOf(route.verb()));
    }

    private static ApiResponse answer(HttpClientResponse response, ByteBufFlux content) {
        HttpHeaders headers = response.responseHeaders();
        return new ApiResponse(response.status().code(), () -> copied(headers), content.map(ByteBuf::nioBuffer));
    }

    private static Map<String, List<String>> copied(HttpHeaders headers) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.names().forEach(name -> copy.put(name, List.copyOf(headers.getAll(name))));
        return copy;
    }

    /** What requests have in common; to take it from a URL anew for each is slow. There are as many as operations. */
    private record Route(String origin, String verb) {}
}
