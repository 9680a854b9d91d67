package io.github.flexalerts.reactive.internal.traffic;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Admits calls: as many at once as the service was seen to take, interactive ones first, each lane in its order. One for
 * all clients of a credential, since the service counts concurrent calls by account.
 *
 * <p>State changes under a lock that is held for a few instructions and never while other code runs: admitted calls are
 * notified after the lock is released.
 */
public final class Governor {
    /** One in so many places is never given to the bulk lane, so that an interactive call finds one free. */
    private static final int RESERVE = 4;

    /**
     * The place of a cancelled call stays empty until no call was cancelled for so many milliseconds. Whoever cancels thousands
     * of calls one after the other would otherwise have those admitted that are cancelled next.
     */
    private static final int SETTLING = 20;

    /** How many such times a place stays empty at most. */
    private static final int MOST_SETTLING = 5;

    private static final ThreadLocal<@Nullable Queue<Permit>> TELLING = new ThreadLocal<>();

    private final int maxQueued;
    private final Scheduler timer;
    private final Ticks ticks;
    private final ConcurrencyLimit limit;
    private final Set<Permit> interactive = new LinkedHashSet<>();
    private final Set<Permit> bulk = new LinkedHashSet<>();
    private int inFlight;
    private int bulkInFlight;
    private long closedUntil;
    private int held;
    private int bulkHeld;
    private long cancels;

    public Governor(int maxConcurrency, int maxQueued, Scheduler timer) {
        this.maxQueued = maxQueued;
        this.timer = timer;
        this.ticks = Ticks.of(timer);
        this.limit = new ConcurrencyLimit(maxConcurrency);
    }

    /** The time of its timer. */
    public Ticks ticks() {
        return ticks;
    }

    /** Admits a call if there is a place for it now; the permit is {@linkplain Permit#take taken} already. */
    @Nullable
    public synchronized Permit admitNow(Lane lane) {
        if (!isOpen() || !lane(lane).isEmpty() || !hasPlace(lane)) {
            return null;
        }
        occupy(lane);
        return Permit.taken(this, lane, limit.epoch());
    }

    /**
     * Waits for admission, no longer than the patience if the service asked everybody to wait. The permit must be
     * {@linkplain Permit#take taken}, and then released. A permit whose call was cancelled returns to the governor.
     */
    public Mono<Permit> admit(Operation operation, Lane lane, Duration patience) {
        return Mono.create(sink -> {
            Permit permit = new Permit(this, lane, sink);
            sink.onDispose(permit::leave);
            enqueue(operation, permit, patience, sink);
        });
    }

    /** Forgets a call that no longer waits. */
    synchronized void forget(Permit permit) {
        cancels++;
        lane(permit.lane()).remove(permit);
    }

    /** Takes a permit back and learns from how its call ended. */
    void release(Permit permit, Outcome outcome) {
        tell(learn(permit, outcome));
    }

    public synchronized GovernorSnapshot snapshot(int retryBudget) {
        return new GovernorSnapshot(limit.limit(), inFlight, interactive.size(), bulk.size(), closedFor(), retryBudget);
    }

    private void enqueue(Operation operation, Permit permit, Duration patience, MonoSink<Permit> sink) {
        List<Permit> admitted = List.of();
        SaturatedException refusal;
        synchronized (this) {
            refusal = refusal(operation, patience);
            if (refusal == null) {
                lane(permit.lane()).add(permit);
                admitted = grant();
            }
        }
        if (refusal != null) {
            sink.error(refusal);
        }
        tell(admitted);
    }

    private @Nullable SaturatedException refusal(Operation operation, Duration patience) {
        Duration closedFor = closedFor();
        if (closedFor.compareTo(patience) > 0) {
            String why = "the service asked to wait " + closedFor.toMillis() + " ms";
            return new SaturatedException(operation.id(), why, closedFor, List.of());
        }
        return interactive.size() + bulk.size() < maxQueued
                ? null
                : new SaturatedException(operation.id(), maxQueued + " calls wait already, the limit", null, List.of());
    }

    private synchronized List<Permit> learn(Permit permit, Outcome outcome) {
        boolean saturated = permit.lane() == Lane.BULK ? bulkInFlight >= mostBulk() : inFlight >= limit.limit();
        inFlight--;
        bulkInFlight -= permit.lane() == Lane.BULK ? 1 : 0;
        switch (outcome.kind()) {
            case SUCCESS -> limit.succeeded(saturated);
            case THROTTLED -> {
                limit.throttled(permit.epoch());
                close(outcome.closedFor().toMillis());
            }
            case CANCELLED -> hold(permit.lane());
            case OTHER -> {}
        }
        return grant();
    }

    /** Keeps the place of a cancelled call empty for a while if other calls wait for it. */
    private void hold(Lane lane) {
        cancels++;
        if (interactive.isEmpty() && bulk.isEmpty()) {
            return;
        }
        if (held == 0) {
            settleLater(MOST_SETTLING);
        }
        held++;
        bulkHeld += lane == Lane.BULK ? 1 : 0;
    }

    private void settleLater(int times) {
        long seen = cancels;
        timer.schedule(() -> settle(seen, times), SETTLING, TimeUnit.MILLISECONDS);
    }

    private void settle(long seen, int times) {
        List<Permit> admitted;
        synchronized (this) {
            if (cancels != seen && times > 1) {
                settleLater(times - 1);
                return;
            }
            held = 0;
            bulkHeld = 0;
            admitted = grant();
        }
        tell(admitted);
    }

    /** Admits no call for a while. Only the timer ends this, whatever a clock says, so that no call waits for ever. */
    private void close(long millis) {
        long until = ticks.now() + millis;
        if (millis > 0 && until > closedUntil) {
            closedUntil = until;
            timer.schedule(() -> open(until), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void open(long until) {
        List<Permit> admitted;
        synchronized (this) {
            if (closedUntil == until) { // and not a longer wait that came after, which has a timer of its own
                closedUntil = 0;
            }
            admitted = grant();
        }
        tell(admitted);
    }

    private List<Permit> grant() {
        if ((interactive.isEmpty() && bulk.isEmpty()) || !isOpen()) {
            return List.of();
        }
        List<Permit> admitted = new ArrayList<>();
        grant(Lane.INTERACTIVE, admitted);
        grant(Lane.BULK, admitted);
        return admitted;
    }

    private void grant(Lane lane, List<Permit> admitted) {
        Iterator<Permit> waiting = lane(lane).iterator();
        while (waiting.hasNext() && hasPlace(lane)) {
            Permit permit = waiting.next();
            waiting.remove();
            if (permit.grant(limit.epoch())) {
                occupy(lane);
                admitted.add(permit);
            }
        }
    }

    private boolean hasPlace(Lane lane) {
        return inFlight + held < limit.limit() && (lane != Lane.BULK || bulkInFlight + bulkHeld < mostBulk());
    }

    private void occupy(Lane lane) {
        inFlight++;
        bulkInFlight += lane == Lane.BULK ? 1 : 0;
    }

    private int mostBulk() {
        return Math.max(1, limit.limit() - Math.max(1, limit.limit() / RESERVE));
    }

    /** A call may end while it is notified, and then admits the next one. So this is a loop: recursion would be too deep. */
    private static void tell(List<Permit> admitted) {
        Queue<Permit> outer = TELLING.get();
        if (admitted.isEmpty() || outer != null) {
            if (outer != null) {
                outer.addAll(admitted);
            }
            return;
        }
        Queue<Permit> mine = new ArrayDeque<>(admitted);
        TELLING.set(mine);
        try {
            for (Permit next = mine.poll(); next != null; next = mine.poll()) {
                next.tell();
            }
        } finally {
            TELLING.remove();
        }
    }

    private Set<Permit> lane(Lane lane) {
        return lane == Lane.BULK ? bulk : interactive;
    }

    private boolean isOpen() {
        return closedUntil == 0 || ticks.now() >= closedUntil;
    }

    private Duration closedFor() {
        return closedUntil == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, closedUntil - ticks.now()));
    }
}
