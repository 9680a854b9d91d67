package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.internal.option.Timeouts;
import io.github.flexalerts.reactive.internal.traffic.Permit;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Watches one attempt that was admitted: ends it when nothing of what is asked for comes in time, moves the call's deadline
 * with all that comes, and gives the permit back however it ends, or when its consumer pauses. One operator, where Reactor's
 * own would be six; of these, timeout alone looks through the names of the whole chain for its message, each time.
 *
 * @param <T> the type of the values
 */
final class AttemptWatch<T> extends Operators.DeferredSubscription implements CoreSubscriber<T>, OpenCalls.Open {
    /** The longest time between two looks, and how long a consumer may pause before others get its place. */
    private static final long PAUSE = 1000;

    private enum State {
        /** Nothing has come yet, or what came was passed on. */
        IDLE,
        /** A value is being passed on. */
        PASSING,
        OVER
    }

    private final CoreSubscriber<? super T> actual;
    private final Call call;
    private final Permit permit;
    private final Traffic traffic;
    private final OpenCalls open;
    private final long laterLimit;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private final AtomicLong asked = new AtomicLong();
    private volatile long limit;
    private volatile long since;
    private volatile boolean subscribed;
    private volatile boolean clientClosed;
    private volatile @Nullable Disposable alarm;

    private AttemptWatch(
            CoreSubscriber<? super T> actual,
            Timeouts timeouts,
            Call call,
            Permit permit,
            Traffic traffic,
            OpenCalls open) {
        this.actual = actual;
        this.call = call;
        this.permit = permit;
        this.traffic = traffic;
        this.open = open;
        this.limit = timeouts.attempt(call.left()).toMillis();
        this.laterLimit = timeouts.attempt(timeouts.operation()).toMillis();
        this.since = traffic.ticks().now();
    }

    /**
     * Watches an attempt. The limit is of the time in which nothing of what is asked for comes. A consumer that asks for nothing
     * may take any time, but a place among the calls in flight is not kept for it.
     */
    static <T> Flux<T> of(
            Flux<T> attempt, Timeouts timeouts, Call call, Permit permit, Traffic traffic, OpenCalls open) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                new AttemptWatch<>(actual, timeouts, call, permit, traffic, open).watch(attempt);
            }
        };
    }

    private void watch(Flux<? extends T> attempt) {
        actual.onSubscribe(this);
        subscribed = true;
        open.add(this);
        if (!isCancelled()) {
            attempt.subscribe(this);
            // After the request is on its way: to set an alarm wakes up another thread.
            setAlarm(Math.min(limit, PAUSE));
        }
    }

    private void setAlarm(long delay) {
        if (state.get() != State.OVER) {
            alarm = traffic.timer().schedule(this::look, delay, TimeUnit.MILLISECONDS);
        }
        if (state.get() == State.OVER) {
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
    public void request(long n) {
        if (asked.get() == 0 && subscribed) {
            progress(); // the consumer is back, and has the whole limit before it
        }
        asked.accumulateAndGet(n, Operators::addCap);
        super.request(n);
    }

    @Override
    public void onNext(T value) {
        if (state.compareAndSet(State.IDLE, State.PASSING)) {
            asked.updateAndGet(n -> n == Long.MAX_VALUE ? n : n - 1);
            UnreadMembers.tell(call.observer(), value);
            actual.onNext(value);
            progress(); // after it, since the consumer may have taken its time
            state.compareAndSet(State.PASSING, State.IDLE);
            if (clientClosed) {
                clientClosed(); // it was closed while the value was passed on
            }
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
            if (asked.get() == 0) {
                call.progressed(); // a pause of the consumer is no time of the call's
            }
            call.attempt().ended(error);
            traffic.failed(permit, error);
            actual.onError(error);
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        // A consumer that has enough cancels while it takes a value, and others may have its place at once.
        Outcome outcome = state.get() == State.PASSING ? Outcome.OTHER : Outcome.CANCELLED;
        if (ends()) {
            call.attempt().cancelled();
            permit.release(outcome);
        }
    }

    /** The timer checks the state, so that values and requests need no timer of their own. */
    private void look() {
        boolean paused = asked.get() == 0;
        long left = (paused ? PAUSE : limit) - (traffic.ticks().now() - since);
        if (left > 0) {
            setAlarm(Math.min(left, PAUSE));
        } else if (paused) {
            permit.release(Outcome.SUCCESS);
            setAlarm(PAUSE);
        } else if (state.compareAndSet(State.IDLE, State.OVER)) {
            fail(new TransportException(call.operation().id(), Reason.TIMEOUT, true, List.of(), null));
        } else {
            setAlarm(PAUSE); // what came is being passed on
        }
    }

    @Override
    public void clientClosed() {
        clientClosed = true;
        if (state.compareAndSet(State.IDLE, State.OVER)) {
            fail(new ClientClosedException(call.operation().id(), true, List.of()));
        }
    }

    private void fail(FlexAlertsException error) {
        super.cancel();
        release();
        call.attempt().ended(error);
        permit.release(Outcome.OTHER);
        actual.onError(error);
    }

    private void progress() {
        since = traffic.ticks().now();
        limit = laterLimit;
        call.progressed();
    }

    private boolean ends() {
        if (state.getAndSet(State.OVER) == State.OVER) {
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
