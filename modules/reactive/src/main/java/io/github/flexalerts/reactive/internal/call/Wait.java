package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A wait of a call before its request is sent: for a token, for admission, for the next attempt. The wait ends in an error at the
 * call's deadline and when the client is closed.
 *
 * @param <T> the type of what is waited for
 */
final class Wait<T> extends Limited<T> {
    private final AtomicBoolean over = new AtomicBoolean();

    private Wait(CoreSubscriber<? super T> actual, Call call, OpenCalls open) {
        super(actual, call, open);
    }

    static <T> Mono<T> of(Mono<T> wait, Call call, OpenCalls open, Traffic traffic) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                new Wait<T>(actual, call, open).start(wait, traffic);
            }
        };
    }

    private void start(Mono<? extends T> wait, Traffic traffic) {
        begin();
        if (!over.get()) {
            wait.subscribe(this);
        }
        setAlarm(traffic, this::late, call.left().toMillis());
    }

    @Override
    boolean isOver() {
        return over.get();
    }

    @Override
    public void onNext(T value) {
        if (ends()) {
            actual.onNext(value);
            actual.onComplete();
        }
    }

    @Override
    public void onComplete() {
        if (ends()) {
            actual.onComplete();
        }
    }

    @Override
    public void onError(Throwable error) {
        if (ends()) {
            actual.onError(error);
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        ends();
    }

    @Override
    public void clientClosed() {
        fail(new ClientClosedException(call.operation().id(), false, List.of()));
    }

    private void late() {
        fail(new TransportException(call.operation().id(), Reason.TIMEOUT, false, List.of(), null));
    }

    private void fail(Throwable error) {
        if (ends()) {
            super.cancel();
            actual.onError(error);
        }
    }

    private boolean ends() {
        if (over.getAndSet(true)) {
            return false;
        }
        release();
        return true;
    }
}
