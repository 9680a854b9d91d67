package io.github.flexalerts.reactive.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Optional<ProxyRoute>> proxies = new ConcurrentHashMap<>();
    private final Function<URI, @Nullable ProxyOptions> proxySelection;
    private final Duration connectTimeout;
    private final ConnectionProvider connections;
    private final LoopResources loops;
    private final PoolGauge gauge;
    private final int maxConnections;

    NettyTransport(
            HttpClient http,
            Function<URI, @Nullable ProxyOptions> proxySelection,
            Duration connectTimeout,
            ConnectionProvider connections,
            LoopResources loops,
            PoolGauge gauge,
            int maxConnections) {
        this.http = http;
        this.proxySelection = proxySelection;
        this.connectTimeout = connectTimeout;
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
        ProxyRoute proxy =
                proxies.computeIfAbsent(request.origin(), this::proxy).orElse(null);
        if (proxy == null) {
            return Exchange.of(request, null, sent -> receiving(sent, null, reader));
        }
        return Exchange.of(
                request,
                proxy.options(),
                sent -> proxy.address().flatMapMany(address -> receiving(sent, new Proxied(proxy, address), reader)));
    }

    private <T> Flux<T> receiving(
            ApiRequest request, @Nullable Proxied proxied, Function<ApiResponse, Publisher<T>> reader) {
        return sending(request, proxied).response((response, content) -> reader.apply(answer(response, content)));
    }

    private Optional<ProxyRoute> proxy(String origin) {
        if (http.configuration().hasProxy()) {
            return Optional.empty(); // the caller's hook has set its own
        }
        URI url = URI.create(origin);
        return Optional.ofNullable(ProxyRoute.of(proxySelection.apply(url), url.getHost(), port(url), connectTimeout));
    }

    /**
     * Returns the proxy that leads to an origin.
     *
     * @param origin scheme, host and port, as in {@code https://flex-api.twilio.com}
     * @return the proxy, null if connections are direct
     */
    public @Nullable ProxyOptions proxyFor(URI origin) {
        ProxyRoute route = proxy(origin.toString()).orElse(null);
        return route == null ? null : route.options();
    }

    /**
     * Returns the state of the connections at this moment.
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

    private HttpClient.ResponseReceiver<?> sending(ApiRequest request, @Nullable Proxied proxied) {
        HttpClient.RequestSender sender = senders.computeIfAbsent(
                        new Route(request.origin(), request.operation().verb(), proxied), this::sender)
                .uri(request.target());
        ByteBuffer body = request.body();
        return body == null ? sender : sender.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.duplicate())));
    }

    private HttpClient.RequestSender sender(Route route) {
        URI url = URI.create(route.origin());
        boolean secure = url.getScheme().equals("https");
        InetSocketAddress address = InetSocketAddress.createUnresolved(url.getHost(), port(url));
        HttpClient direct = http.remoteAddress(() -> address);
        Proxied proxied = route.proxied();
        HttpClient bound = proxied == null ? direct : proxied.proxy().apply(direct, proxied.address());
        return (secure ? bound : bound.noSSL()).request(HttpMethod.valueOf(route.verb()));
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
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
    private record Route(
            String origin, String verb, @Nullable Proxied proxied) {}

    /** A proxy at the address that its name led to. */
    private record Proxied(ProxyRoute proxy, InetSocketAddress address) {}
}
