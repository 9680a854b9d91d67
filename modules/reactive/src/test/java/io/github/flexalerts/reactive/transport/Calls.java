package io.github.flexalerts.reactive.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Single exchanges on a transport. */
final class Calls {
    static final Duration LIMIT = Duration.ofSeconds(20);

    private Calls() {}

    static ApiRequest request(String origin, String target) {
        return new ApiRequest(Operation.FETCH_RULE, origin, target, Map.of(), null);
    }

    /** The pieces of an answer with the status before them. */
    static Flux<String> pieces(Transport transport, String origin, String target) {
        return transport.exchange(
                request(origin, target),
                answer -> answer.body().map(Calls::text).startWith(answer.status() + " "));
    }

    /** Status and body. */
    static Mono<String> call(Transport transport, String origin, String target) {
        return pieces(transport, origin, target).reduce("", String::concat);
    }

    static Throwable failure(Mono<String> call) {
        Throwable[] failure = new Throwable[1];
        call.as(StepVerifier::create)
                .consumeErrorWith(error -> failure[0] = error)
                .verify(LIMIT);
        return failure[0];
    }

    /** Waits until no connection is in use. */
    static void assertNoneInUse(NettyTransport transport) {
        Mono.fromSupplier(transport::pool)
                .filter(pool -> pool.active() == 0 && pool.pending() == 0)
                .repeatWhenEmpty(1_000, ticks -> ticks.delayElements(Duration.ofMillis(2)))
                .onErrorComplete()
                .block(LIMIT);
        assertThat(transport.pool().active()).as("connections in use").isZero();
    }

    private static String text(ByteBuffer bytes) {
        return ISO_8859_1.decode(bytes).toString();
    }
}
