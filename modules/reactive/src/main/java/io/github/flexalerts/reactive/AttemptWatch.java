package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.Permit.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Watches one attempt that was admitted: ends it when nothing came in time, moves the call's deadline with all that comes,
 * and gives the permit back however it ends. One operator, where Reactor's own would be six; of these, timeout alone looks
 * through the names of the whole chain for its message, each time.
 *
 * @param <T> the type of the values
 */
final class AttemptWatch<T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {
    private enum State {
        WAITING,
        STARTED,
        OVER
    }

    private final CoreSubscriber<? super T> actual;
    private final Call call;
    private final Permit permit;
    private final CallPipeline.Traffic traffic;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable Disposable alarm;

    private AttemptWatch(CoreSubscriber<? super T> actual, Call call, Permit permit, CallPipeline.Traffic traffic) {
        this.actual = actual;
        this.call = call;
        this.permit = permit;
        this.traffic = traffic;
    }

    /**
     * Watches an attempt. The limit is of the time to the first value; what follows arrives as its consumer asks, and the
     * transport limits silence.
     */
    static <T> Flux<T> of(Flux<T> attempt, Duration limit, Call call, Permit permit, CallPipeline.Traffic traffic) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                new AttemptWatch<>(actual, call, permit, traffic).watch(attempt, limit);
            }
        };
    }

    private void watch(Flux<? extends T> attempt, Duration limit) {
        actual.onSubscribe(this);
        if (!isCancelled()) {
            attempt.subscribe(this);
            setAlarm(limit);
        }
    }

    /** After the request is on its way: to set an alarm wakes up another thread. */
    private void setAlarm(Duration limit) {
        if (state.get() == State.WAITING) {
            alarm = traffic.timer().schedule(this::late, limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (state.get() != State.WAITING) {
            calm();
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
        if (starts()) {
            call.progressed();
            Unknowns.tell(call.told(), value);
            actual.onNext(value);
        }
    }

    @Override
    public void onComplete() {
        if (ends()) {
            call.attempt().ended(null);
            traffic.succeeded(call, permit);
            actual.onComplete();
        }
    }

    @Override
    public void onError(Throwable error) {
        if (ends()) {
            call.attempt().ended(error);
            traffic.failed(permit, error);
            actual.onError(error);
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        if (ends()) {
            call.attempt().cancelled();
            permit.release(Outcome.OTHER);
        }
    }

    private void late() {
        if (state.compareAndSet(State.WAITING, State.OVER)) {
            super.cancel();
            var late = new TransportException(call.operation().id(), Reason.TIMEOUT, true, List.of(), null);
            call.attempt().ended(late);
            permit.release(Outcome.OTHER);
            actual.onError(late);
        }
    }

    private boolean starts() {
        if (state.compareAndSet(State.WAITING, State.STARTED)) {
            calm();
        }
        return state.get() == State.STARTED;
    }

    private boolean ends() {
        State before = state.getAndSet(State.OVER);
        if (before == State.WAITING) {
            calm();
        }
        return before != State.OVER;
    }

    private void calm() {
        Disposable set = alarm;
        if (set != null) {
            set.dispose();
        }
    }
}
