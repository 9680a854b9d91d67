package io.github.flexalerts.reactive.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
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
        return Flux.defer(() -> {
                    ConnectionLoop loop = new ConnectionLoop();
                    return sending(request, loop)
                            .response((response, content) ->
                                    afterRelease(response, reader.apply(answer(response, content))))
                            .cancelOn(Schedulers.fromExecutor(loop));
                })
                .onErrorMap(error -> WireFailures.describe(request.operation(), error));
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

    private HttpClient.ResponseReceiver<?> sending(ApiRequest request, ConnectionLoop loop) {
        HttpClient.RequestSender sender = http.doOnRequest((sent, connection) -> loop.use(connection))
                .headers(headers -> request.headers().forEach(headers::set))
                .request(HttpMethod.valueOf(request.operation().verb()))
                .uri(request.origin() + request.target());
        ByteBuffer body = request.body();
        return body == null ? sender : sender.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.duplicate())));
    }

    /**
     * The last byte is told before the connection is back in the pool. Whoever makes a call of the value would find none
     * free and open another, so the value waits until the event loop has done with this one.
     */
    private static <T> Publisher<T> afterRelease(HttpClientResponse response, Publisher<T> result) {
        return response instanceof Connection connection
                ? Flux.from(result)
                        .publishOn(Schedulers.fromExecutor(connection.channel().eventLoop()), 1)
                : result;
    }

    private static ApiResponse answer(HttpClientResponse response, ByteBufFlux content) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.responseHeaders()
                .names()
                .forEach(name ->
                        headers.put(name, List.copyOf(response.responseHeaders().getAll(name))));
        return new ApiResponse(response.status().code(), headers, content.map(ByteBuf::nioBuffer));
    }
}
