package io.github.flexalerts.reactive.internal.call;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * An operator of an open call with one timer, which the end of the call disposes of.
 *
 * @param <T> the type of the values
 */
abstract class Limited<T> extends Operators.DeferredSubscription implements CoreSubscriber<T>, OpenCalls.Open {
    final CoreSubscriber<? super T> actual;
    final Call call;
    private final OpenCalls open;
    private volatile @Nullable Disposable alarm;

    Limited(CoreSubscriber<? super T> actual, Call call, OpenCalls open) {
        this.actual = actual;
        this.call = call;
        this.open = open;
    }

    /** Passes itself downstream and registers the call. */
    final void begin() {
        actual.onSubscribe(this);
        open.add(this);
    }

    abstract boolean isOver();

    final void setAlarm(Traffic traffic, Runnable task, long delayMillis) {
        if (!isOver()) {
            alarm = traffic.timer().schedule(task, delayMillis, TimeUnit.MILLISECONDS);
        }
        if (isOver()) {
            release();
        }
    }

    @Override
    public final Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public final void onSubscribe(Subscription subscription) {
        set(subscription);
    }

    final void release() {
        open.remove(this);
        Disposable set = alarm;
        if (set != null) {
            set.dispose();
        }
    }
}
