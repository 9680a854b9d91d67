package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.reactive.Permit.Outcome;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/**
 * Admits calls: as many at once as the service was seen to take, interactive ones first, each lane in its order. One for
 * all clients of a credential, since the service counts concurrent calls by account.
 *
 * <p>All state is changed by one thread at a time: events queue up, and whoever finds nobody at work works them off. What
 * was decided is told after that, so that no caller's work runs while others wait.
 */
final class Governor {
    /** One in so many places is never given to the bulk lane, so that an interactive call finds one free. */
    private static final int RESERVE = 4;

    private static final ThreadLocal<@Nullable Queue<Permit>> TELLING = new ThreadLocal<>();

    private final int maxQueued;
    private final Scheduler timer;
    private final ConcurrencyLimit limit;
    private final Queue<Runnable> events =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger working = new AtomicInteger();
    private final Set<Permit> interactive = new LinkedHashSet<>();
    private final Set<Permit> bulk = new LinkedHashSet<>();
    private final List<Permit> decided = new ArrayList<>();
    private int inFlight;
    private int bulkInFlight;
    private long closedUntil;
    private volatile Standing standing;

    Governor(int maxConcurrency, int maxQueued, Scheduler timer) {
        this.maxQueued = maxQueued;
        this.timer = timer;
        this.limit = new ConcurrencyLimit(maxConcurrency);
        this.standing = new Standing(limit.limit(), 0, 0, 0, 0);
    }

    /**
     * Waits for admission, no longer than the patience if the service asked everybody to wait. The permit must be
     * {@linkplain Permit#take taken}, and then released; one that nobody takes, for its call was cancelled, comes back.
     */
    Mono<Permit> admit(Operation operation, Lane lane, Duration patience) {
        return Mono.create(sink -> {
            Permit permit = new Permit(this, lane, patience, sink);
            sink.onDispose(permit::leave);
            submit(() -> enqueue(operation, permit));
        });
    }

    /** Forgets a call that no longer waits. */
    void forget(Permit permit) {
        submit(() -> lane(permit).remove(permit));
    }

    /** Takes a permit back and learns from how its call ended. */
    void release(Permit permit, Outcome outcome) {
        submit(() -> learn(permit, outcome));
    }

    GovernorSnapshot snapshot(int retryBudget) {
        Standing last = standing;
        Duration closedFor = Duration.ofMillis(Math.max(0, last.closedUntil - now()));
        return new GovernorSnapshot(
                last.limit, last.inFlight, last.interactiveQueued, last.bulkQueued, closedFor, retryBudget);
    }

    private void submit(Runnable event) {
        events.offer(event);
        if (working.getAndIncrement() != 0) {
            return;
        }
        List<Permit> told = new ArrayList<>();
        int seen = 1;
        while (seen != 0) {
            for (Runnable next = events.poll(); next != null; next = events.poll()) {
                next.run();
            }
            grant();
            told.addAll(decided);
            decided.clear();
            standing = new Standing(limit.limit(), inFlight, interactive.size(), bulk.size(), closedUntil);
            seen = working.addAndGet(-seen);
        }
        tell(told);
    }

    /** A call that ends while it is told lets the next one in, so telling is a loop: a long queue would be a deep stack. */
    private void tell(List<Permit> told) {
        Queue<Permit> outer = TELLING.get();
        if (outer != null) {
            outer.addAll(told);
            return;
        }
        Queue<Permit> mine = new ArrayDeque<>(told);
        TELLING.set(mine);
        try {
            for (Permit next = mine.poll(); next != null; next = mine.poll()) {
                next.tell();
            }
        } finally {
            TELLING.remove();
        }
    }

    private void enqueue(Operation operation, Permit permit) {
        Duration closedFor = Duration.ofMillis(Math.max(0, closedUntil - now()));
        if (closedFor.compareTo(permit.patience()) > 0) {
            refuse(operation, permit, "the service asked to wait " + closedFor.toMillis() + " ms", closedFor);
        } else if (interactive.size() + bulk.size() >= maxQueued) {
            refuse(operation, permit, maxQueued + " calls wait already, the limit", null);
        } else {
            lane(permit).add(permit);
        }
    }

    private void refuse(Operation operation, Permit permit, String why, @Nullable Duration retryAfter) {
        permit.refuse(new SaturatedException(operation.id(), why, retryAfter, List.of()));
        decided.add(permit);
    }

    private void learn(Permit permit, Outcome outcome) {
        boolean saturated = permit.lane() == Lane.BULK ? bulkInFlight >= mostBulk() : inFlight >= limit.limit();
        inFlight--;
        bulkInFlight -= permit.lane() == Lane.BULK ? 1 : 0;
        switch (outcome.kind()) {
            case SUCCESS -> limit.succeeded(saturated);
            case THROTTLED -> {
                limit.throttled(permit.epoch());
                close(outcome.closedFor().toMillis());
            }
            case OTHER -> {}
        }
    }

    /** Admits nobody for a while; the timer only wakes the work up, which looks at the clock itself. */
    private void close(long millis) {
        if (millis > 0 && now() + millis > closedUntil) {
            closedUntil = now() + millis;
            timer.schedule(() -> submit(() -> {}), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void grant() {
        if (now() < closedUntil) {
            return;
        }
        grant(interactive, Integer.MAX_VALUE);
        grant(bulk, mostBulk());
    }

    private int mostBulk() {
        return Math.max(1, limit.limit() - Math.max(1, limit.limit() / RESERVE));
    }

    private void grant(Set<Permit> lane, int mostOfLane) {
        Iterator<Permit> waiting = lane.iterator();
        while (waiting.hasNext() && inFlight < limit.limit() && (lane != bulk || bulkInFlight < mostOfLane)) {
            Permit permit = waiting.next();
            waiting.remove();
            if (permit.grant(limit.epoch())) {
                inFlight++;
                bulkInFlight += lane == bulk ? 1 : 0;
                decided.add(permit);
            }
        }
    }

    private Set<Permit> lane(Permit permit) {
        return permit.lane() == Lane.BULK ? bulk : interactive;
    }

    private long now() {
        return timer.now(TimeUnit.MILLISECONDS);
    }

    /** What a snapshot is made of. */
    private record Standing(int limit, int inFlight, int interactiveQueued, int bulkQueued, long closedUntil) {}
}
