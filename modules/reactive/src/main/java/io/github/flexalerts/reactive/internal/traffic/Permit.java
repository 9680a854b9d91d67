package io.github.flexalerts.reactive.internal.traffic;

import io.github.flexalerts.reactive.Lane;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** A call's place with the governor: it waits, is granted, and is taken; or the call is gone before that. */
public final class Permit {
    private enum State {
        WAITING,
        GRANTED,
        TAKEN,
        GONE
    }

    private final Governor governor;
    private final Lane lane;
    private final @Nullable MonoSink<Permit> sink;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private long epoch;

    /** Creates a permit that waits to be granted. */
    Permit(Governor governor, Lane lane, @Nullable MonoSink<Permit> sink) {
        this.governor = governor;
        this.lane = lane;
        this.sink = sink;
    }

    /** Returns a permit of a call that did not have to wait. */
    static Permit taken(Governor governor, Lane lane, long epoch) {
        Permit permit = new Permit(governor, lane, null);
        permit.epoch = epoch;
        permit.state.set(State.TAKEN);
        return permit;
    }

    Lane lane() {
        return lane;
    }

    /** When it was granted, in decreases of the limit. */
    long epoch() {
        return epoch;
    }

    /** Grants it, unless the call is gone. */
    boolean grant(long now) {
        epoch = now;
        return state.compareAndSet(State.WAITING, State.GRANTED);
    }

    /** Passes the permit to its call; if the call was cancelled, {@link #leave()} releases the permit. */
    void tell() {
        if (sink != null) {
            sink.success(this);
        }
    }

    /** The call takes its permit and must release it. */
    public boolean take() {
        return state.compareAndSet(State.GRANTED, State.TAKEN);
    }

    /** The call no longer waits: it got the permit, or it was cancelled. */
    void leave() {
        State before = state.getAndUpdate(s -> s == State.TAKEN ? s : State.GONE);
        if (before == State.WAITING) {
            governor.forget(this);
        } else if (before == State.GRANTED) {
            governor.release(this, Outcome.CANCELLED);
        }
    }

    /** Ends the call that took the permit. */
    public void release(Outcome outcome) {
        if (state.compareAndSet(State.TAKEN, State.GONE)) {
            governor.release(this, outcome);
        }
    }

    /**
     * What a call's end says of the service.
     *
     * @param kind whether it admitted the call
     * @param closedFor how long it asked everybody to wait
     */
    public record Outcome(Kind kind, Duration closedFor) {
        public static final Outcome SUCCESS = new Outcome(Kind.SUCCESS, Duration.ZERO);
        public static final Outcome CANCELLED = new Outcome(Kind.CANCELLED, Duration.ZERO);
        public static final Outcome OTHER = new Outcome(Kind.OTHER, Duration.ZERO);

        public static Outcome throttled(@Nullable Duration retryAfter) {
            return new Outcome(Kind.THROTTLED, retryAfter == null ? Duration.ZERO : retryAfter);
        }

        public enum Kind {
            SUCCESS,
            THROTTLED,
            CANCELLED,
            OTHER
        }
    }
}
