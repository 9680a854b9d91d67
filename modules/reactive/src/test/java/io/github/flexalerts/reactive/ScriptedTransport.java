package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A wire without a network: each exchange is answered by the next line of its script, and at its end by the last one. */
final class ScriptedTransport implements Transport {

    /** One line of a script. */
    interface Answer extends Function<ApiRequest, Mono<ApiResponse>> {

        /** The same answer, after a while. */
        default Answer after(Duration wait, Scheduler timer) {
            return request -> Mono.delay(wait, timer).then(apply(request));
        }
    }

    final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger cancelled = new AtomicInteger();
    private final Deque<Answer> script;

    ScriptedTransport(Answer... script) {
        this.script = new ArrayDeque<>(List.of(script));
    }

    static Answer json(int status, String body, String... headers) {
        return request -> Mono.fromSupplier(() -> new ApiResponse(status, () -> headers(headers), body(body)));
    }

    static Answer status(int status, String... headers) {
        return json(status, "", headers);
    }

    static Answer failure(Reason reason, boolean sent) {
        return request ->
                Mono.error(() -> new TransportException(request.operation().id(), reason, sent, List.of(), null));
    }

    static Answer silence() {
        return request -> Mono.never();
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Mono.defer(() -> next(request).apply(request))
                .doOnCancel(cancelled::incrementAndGet)
                .flatMapMany(reader);
    }

    private synchronized Answer next(ApiRequest request) {
        requests.add(request);
        return script.size() > 1 ? script.remove() : script.element();
    }

    private static Flux<ByteBuffer> body(String text) {
        return text.isEmpty() ? Flux.empty() : Flux.just(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, List<String>> headers(String... namesAndValues) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return headers;
    }
}
