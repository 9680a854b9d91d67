package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Observes the requests for the notification configuration of an alert. After Ctrl-C this is the only source of the outcome: the
 * library finishes a write in flight and deletes an unused configuration after the subscriber cancelled.
 */
final class WriteWatch implements Transport {
    /** How far the configuration has come. */
    enum Stage {
        /** No configuration was created. */
        NOTHING,
        /** A create is in flight. */
        MAKING,
        /** A configuration may exist, and its SID is unknown. */
        UNKNOWN,
        /** A configuration exists, and no known rule refers to it. */
        ALONE,
        /** The configuration was deleted again. */
        DELETED,
        /** The rule that refers to it exists. */
        NAMED
    }

    private final Transport wire;
    private final Mono<Void> beforeMaking;
    private Stage stage = Stage.NOTHING;
    private @Nullable String ttid;

    /**
     * Watches over a transport.
     *
     * @param wire the transport
     * @param beforeMaking completes before the request is sent that makes a configuration
     */
    WriteWatch(Transport wire, Mono<Void> beforeMaking) {
        this.wire = wire;
        this.beforeMaking = beforeMaking;
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return switch (request.operation()) {
            case CREATE_NOTIFICATION -> beforeMaking.thenMany(Flux.defer(() -> making(request, reader)));
            case CREATE_RULE, UPDATE_RULE -> ending(request, reader, Stage.NAMED);
            case DELETE_NOTIFICATION ->
                Flux.defer(() -> {
                    recordId(request.target().substring(request.target().lastIndexOf('/') + 1));
                    return ending(request, reader, Stage.DELETED);
                });
            default -> wire.exchange(request, reader);
        };
    }

    private <T> Flux<T> making(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        become(Stage.MAKING);
        AtomicInteger status = new AtomicInteger();
        return noting(request, reader, status)
                .doOnComplete(() -> become(made(status.get())))
                .doOnError(error -> become(unsent(error) ? Stage.NOTHING : Stage.UNKNOWN))
                .doOnCancel(() -> become(Stage.UNKNOWN));
    }

    /** Only a refusal proves that nothing was made. */
    private static Stage made(int status) {
        if (isSuccess(status)) {
            return Stage.ALONE;
        }
        return status >= 400 && status < 500 && status != 408 ? Stage.NOTHING : Stage.UNKNOWN;
    }

    private static boolean unsent(Throwable error) {
        return error instanceof TransportException lost && !lost.requestSent();
    }

    private <T> Flux<T> ending(ApiRequest request, Function<ApiResponse, Publisher<T>> reader, Stage end) {
        AtomicInteger status = new AtomicInteger();
        return noting(request, reader, status).doOnComplete(() -> {
            if (isSuccess(status.get())) {
                end(end);
            }
        });
    }

    private <T> Flux<T> noting(ApiRequest request, Function<ApiResponse, Publisher<T>> reader, AtomicInteger status) {
        return wire.exchange(request, response -> {
            status.set(response.status());
            return reader.apply(response);
        });
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** Notes the id of the configuration. */
    synchronized void recordId(String id) {
        ttid = id;
    }

    private synchronized void become(Stage next) {
        stage = next;
        notifyAll();
    }

    private synchronized void end(Stage end) {
        if (stage == Stage.ALONE) {
            become(end);
        }
    }

    synchronized @Nullable String ttid() {
        return ttid;
    }

    synchronized Stage stage() {
        return stage;
    }

    /** Waits until nothing is left to come, but not for longer, and returns how far the configuration has come. */
    synchronized Stage await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (stage == Stage.MAKING || stage == Stage.ALONE) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return stage;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return stage;
    }

    @Override
    public int maxConcurrency() {
        return wire.maxConcurrency();
    }

    @Override
    public void close() {
        wire.close();
    }
}
