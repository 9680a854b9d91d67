package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A wait of a call before its request is sent: for a token, for admission, for the next attempt. The wait ends in an error at the
 * call's deadline and when the client is closed.
 *
 * @param <T> the type of what is waited for
 */
final class Wait<T> extends Operators.DeferredSubscription implements CoreSubscriber<T>, OpenCalls.Open {
    private final CoreSubscriber<? super T> actual;
    private final Call call;
    private final OpenCalls open;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Disposable alarm;

    private Wait(CoreSubscriber<? super T> actual, Call call, OpenCalls open) {
        this.actual = actual;
        this.call = call;
        this.open = open;
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
        actual.onSubscribe(this);
        open.add(this);
        if (!over.get()) {
            wait.subscribe(this);
        }
        if (!over.get()) {
            alarm = traffic.timer().schedule(this::late, call.left().toMillis(), TimeUnit.MILLISECONDS);
        }
        if (over.get()) {
            release();
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        set(subscription);
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

    private void release() {
        open.remove(this);
        Disposable set = alarm;
        if (set != null) {
            set.dispose();
        }
    }
}
