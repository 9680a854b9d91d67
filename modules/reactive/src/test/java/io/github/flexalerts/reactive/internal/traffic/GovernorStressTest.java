package io.github.flexalerts.reactive.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Many threads, calls that end in every way and are cancelled at any time: no place is lost, none given twice. */
class GovernorStressTest {
    private static final int CALLS = 20_000;
    private static final int MOST = 16;

    private final Scheduler threads = Schedulers.newParallel("stress", 4);
    private final Governor governor = new Governor(MOST, CALLS, threads);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private final AtomicInteger bulkRunning = new AtomicInteger();
    private final AtomicInteger mostBulk = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverLosesOrDuplicatesAPermit(long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        Flux.range(0, CALLS)
                .map(i -> seeds.split())
                .flatMap(random -> call(random).subscribeOn(threads), 512)
                .then()
                .block(Duration.ofSeconds(20));
        assertThat(ended.get()).isPositive();
        assertThat(running).hasValue(0);
        assertThat(mostRunning).hasValueLessThanOrEqualTo(MOST);
        assertThat(mostBulk).hasValueLessThanOrEqualTo(MOST - MOST / 4);
        GovernorSnapshot idle = governor.snapshot(0);
        assertThat(idle.inFlight() + idle.interactiveQueued() + idle.bulkQueued())
                .isZero();
        assertThat(idle.limit()).isBetween(1, MOST);
        threads.dispose();
    }

    private Mono<Void> call(SplittableRandom random) {
        Lane lane = random.nextBoolean() ? Lane.BULK : Lane.INTERACTIVE;
        int end = random.nextInt(100);
        Outcome outcome = end < 90 ? Outcome.SUCCESS : end < 95 ? Outcome.OTHER : Outcome.throttled(null);
        Duration work = Duration.ofNanos(random.nextInt(200_000));
        Mono<Void> call = governor.admit(Operation.FETCH_RULE, lane, Duration.ofMinutes(1))
                .flatMap(permit -> run(permit, lane, outcome, work));
        return random.nextInt(3) == 0
                ? call.takeUntilOther(Mono.delay(Duration.ofNanos(random.nextInt(2_000_000)), threads))
                : call;
    }

    private Mono<Void> run(Permit permit, Lane lane, Outcome outcome, Duration work) {
        if (!permit.take()) {
            return Mono.empty();
        }
        started(running, mostRunning);
        if (lane == Lane.BULK) {
            started(bulkRunning, mostBulk);
        }
        AtomicBoolean over = new AtomicBoolean();
        return Mono.delay(work, threads)
                .then()
                .doOnSuccess(done -> end(permit, outcome, over))
                .doOnCancel(() -> end(permit, Outcome.OTHER, over));
    }

    /** An end and a cancel may come together. */
    private void end(Permit permit, Outcome outcome, AtomicBoolean over) {
        if (over.compareAndSet(false, true)) {
            // Before the release, as the next call may start within it.
            running.decrementAndGet();
            bulkRunning.addAndGet(permit.lane() == Lane.BULK ? -1 : 0);
            ended.incrementAndGet();
            permit.release(outcome);
        }
    }

    private static void started(AtomicInteger now, AtomicInteger most) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
    }
}
