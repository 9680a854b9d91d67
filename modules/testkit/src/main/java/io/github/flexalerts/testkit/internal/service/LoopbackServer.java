package io.github.flexalerts.testkit.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.flexalerts.testkit.internal.http.Connections;
import io.github.flexalerts.testkit.internal.http.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** HTTP/1.1 on 127.0.0.1, on threads of its own; hands every request, read to its end, to the service of the day. */
public final class LoopbackServer {

    private static final int LONGEST_LINE = 64 * 1024;

    private final LoopResources loops = LoopResources.create(
            "flex-fake", 1, Math.min(4, Runtime.getRuntime().availableProcessors()), true);
    private final Connections connections = new Connections();
    private volatile FakeService service;
    private final DisposableServer server;

    private LoopbackServer(int port, FakeService service) {
        this.service = service;
        this.server = bind(port);
    }

    public static LoopbackServer start(int port, FakeService service) {
        return new LoopbackServer(port, service);
    }

    private DisposableServer bind(int port) {
        try {
            // Java's own transport, for a native one may be absent, and resets must not depend on that.
            return HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .runOn(loops, false)
                    .httpRequestDecoder(
                            spec -> spec.maxInitialLineLength(LONGEST_LINE).maxHeaderSize(LONGEST_LINE))
                    .doOnChannelInit((observer, channel, remote) -> connections.opened(channel))
                    .handle(this::handle)
                    .bindNow();
        } catch (ChannelBindException e) {
            loops.dispose();
            throw new UncheckedIOException(new IOException("cannot listen on 127.0.0.1:" + port, e));
        }
    }

    public int port() {
        return server.port();
    }

    public Connections connections() {
        return connections;
    }

    public FakeService service() {
        return service;
    }

    public void service(FakeService next) {
        FakeService former = service;
        service = next;
        former.retire();
    }

    public void close() {
        service.retire();
        server.dispose();
        connections.closeAll();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).toFuture().join();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        AtomicInteger onConnection = new AtomicInteger();
        request.withConnection(connection -> onConnection.set(connections.request(connection.channel())));
        FakeService today = service;
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> handle(today, request, body, onConnection.get(), new Wire(response)));
    }

    private Mono<Void> handle(FakeService today, HttpServerRequest request, byte[] body, int onConnection, Wire wire) {
        String method = request.method().name();
        return today.handle(method, request.uri(), headers(request), new String(body, UTF_8), onConnection, wire);
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.requestHeaders()
                .forEach(header -> headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>())
                        .add(header.getValue()));
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }
}
