package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.internal.option.Timeouts;
import io.github.flexalerts.reactive.internal.traffic.Permit;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * Limits the time of one admitted attempt: ends it when requested data does not arrive in time, extends the call's deadline
 * with each value, and releases the permit when the attempt ends or its consumer pauses. This one operator replaces six of
 * Reactor's, of which {@code timeout} searches the names of the whole chain for its message on each subscription.
 *
 * @param <T> the type of the values
 */
final class AttemptWatch<T> extends Limited<T> {
    /** The longest time between two checks, and how long a consumer may pause before it loses its permit, in milliseconds. */
    private static final long PAUSE = 1000;

    private enum State {
        /** No value is being delivered. */
        IDLE,
        /** A value is being delivered. */
        PASSING,
        OVER
    }

    private final Permit permit;
    private final Traffic traffic;
    private final long laterLimit;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private final AtomicLong asked = new AtomicLong();
    private volatile long limit;
    private volatile long since;
    private volatile boolean subscribed;
    private volatile boolean clientClosed;

    private AttemptWatch(
            CoreSubscriber<? super T> actual,
            Timeouts timeouts,
            Call call,
            Permit permit,
            Traffic traffic,
            OpenCalls open) {
        super(actual, call, open);
        this.permit = permit;
        this.traffic = traffic;
        this.limit = timeouts.attempt(call.left()).toMillis();
        this.laterLimit = timeouts.attempt(timeouts.operation()).toMillis();
        this.since = traffic.ticks().now();
    }

    /**
     * Limits an attempt. The limit applies to the time in which requested data does not arrive. A consumer that requests nothing may
     * pause for any time, but it loses its permit.
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
        begin();
        subscribed = true;
        if (!isCancelled()) {
            attempt.subscribe(this);
            // After the request was sent, because setting a timer wakes another thread.
            setAlarm(Math.min(limit, PAUSE));
        }
    }

    private void setAlarm(long delay) {
        setAlarm(traffic, this::checkTime, delay);
    }

    @Override
    boolean isOver() {
        return state.get() == State.OVER;
    }

    @Override
    public void request(long n) {
        if (asked.get() == 0 && subscribed) {
            progress(); // the consumer requests again and gets the whole limit
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
            progress(); // afterwards, because the consumer may be slow
            state.compareAndSet(State.PASSING, State.IDLE);
            if (clientClosed) {
                clientClosed(); // closed while the value was delivered
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
                call.progressed(); // a pause of the consumer does not count against the call
            }
            call.attempt().ended(error);
            traffic.failed(permit, error);
            actual.onError(error);
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        // A consumer that cancels while it receives a value, as take does, releases its permit at once.
        Outcome outcome = state.get() == State.PASSING ? Outcome.OTHER : Outcome.CANCELLED;
        if (ends()) {
            call.attempt().cancelled();
            permit.release(outcome);
        }
    }

    /** The timer checks the state, so that values and requests need no timer of their own. */
    private void checkTime() {
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
            setAlarm(PAUSE); // a value is being delivered
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
}
