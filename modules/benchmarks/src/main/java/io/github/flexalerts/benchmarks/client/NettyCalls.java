package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.server.Listing;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The requests of the clients on bare Reactor Netty. */
final class NettyCalls {
    private static final byte[] SPEC = Rows.SPECS.writeValueAsBytes(Rows.SPEC);

    private final ConnectionProvider connections =
            ConnectionProvider.builder("bench").maxConnections(256).lifo().build();
    private final @Nullable LoopResources loops;
    private final HttpClient client;

    /**
     * Creates the calls.
     *
     * @param threads of the event loop; 0 for Reactor Netty's default
     */
    NettyCalls(String origin, int threads) {
        loops = threads == 0 ? null : LoopResources.create("bench", 1, threads, true, false);
        HttpClient base = HttpClient.create(connections)
                .baseUrl(origin)
                .headers(headers ->
                        headers.set("Authorization", Wire.AUTHORIZATION).set("Accept", Wire.JSON));
        client = loops == null ? base : base.runOn(loops);
    }

    HttpClient.ResponseReceiver<?> get(String target) {
        return client.get().uri(target);
    }

    HttpClient.ResponseReceiver<?> fetch(String sid) {
        return get(ReactiveBenchClient.ANY.path() + "/" + sid);
    }

    HttpClient.ResponseReceiver<?> create() {
        return create(SPEC);
    }

    HttpClient.ResponseReceiver<?> create(byte[] spec) {
        Listing any = ReactiveBenchClient.ANY;
        return client.headers(headers -> headers.set("Content-Type", Wire.JSON))
                .post()
                .uri(any.path())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(spec)));
    }

    /** Reads the answer to its end and throws it away; returns how long it was. */
    static Mono<Integer> drained(HttpClient.ResponseReceiver<?> call) {
        return call.response(NettyCalls::length).next();
    }

    private static Mono<Integer> length(HttpClientResponse response, ByteBufFlux body) {
        return body.map(buffer -> buffer.readableBytes()).reduce(0, Integer::sum);
    }

    void close() {
        connections.dispose();
        if (loops != null) {
            loops.dispose();
        }
    }
}
