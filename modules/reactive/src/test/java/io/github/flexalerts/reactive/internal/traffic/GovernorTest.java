package io.github.flexalerts.reactive.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.SteppedTimer;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class GovernorTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final List<Caller> admitted = new ArrayList<>();

    @Test
    void admitsInTheOrderOfTheQueueWithinALane() {
        Governor governor = governor(1, 100);
        List<Caller> callers = callers(governor, Lane.INTERACTIVE, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(admitted).isEqualTo(callers.subList(0, i + 1));
            callers.get(i).end(Outcome.SUCCESS);
        }
        assertThat(governor.snapshot(7)).isEqualTo(new GovernorSnapshot(1, 0, 0, 0, Duration.ZERO, 7));
    }

    @Test
    void admitsInteractiveCallsBeforeBulkOnesThatCameEarlier() {
        Governor governor = governor(1, 100);
        Caller first = caller(governor, Lane.INTERACTIVE);
        Caller bulk = caller(governor, Lane.BULK);
        Caller interactive = caller(governor, Lane.INTERACTIVE);
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(1, 1, 1, 1, Duration.ZERO, 0));
        first.end(Outcome.SUCCESS);
        interactive.end(Outcome.SUCCESS);
        assertThat(admitted).containsExactly(first, interactive, bulk);
    }

    @Test
    void leavesAPlaceThatBulkNeverTakes() {
        Governor governor = governor(8, 100);
        List<Caller> bulk = callers(governor, Lane.BULK, 10);
        assertThat(admitted).isEqualTo(bulk.subList(0, 6));
        callers(governor, Lane.INTERACTIVE, 2);
        assertThat(admitted).hasSize(8);
        caller(governor, Lane.INTERACTIVE);
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(8, 8, 1, 4, Duration.ZERO, 0));
        bulk.get(0).end(Outcome.OTHER);
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(8, 8, 0, 4, Duration.ZERO, 0));
        admitted.get(7).end(Outcome.OTHER);
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(8, 8, 0, 3, Duration.ZERO, 0));
        admitted.get(6).end(Outcome.OTHER);
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(8, 7, 0, 3, Duration.ZERO, 0));
    }

    @Test
    void givesTheOnlyPermitToBulkCalls() {
        Governor governor = governor(1, 100);
        callers(governor, Lane.BULK, 2);
        assertThat(admitted).hasSize(1);
        Governor two = governor(2, 100);
        admitted.clear();
        callers(two, Lane.BULK, 2);
        assertThat(admitted).hasSize(1);
    }

    @Test
    void growsUnderBulkLoadOnly() {
        Governor governor = governor(32, 1_000);
        callers(governor, Lane.BULK, 200);
        for (int i = 0; i < 100; i++) {
            admitted.get(i).end(Outcome.SUCCESS);
        }
        assertThat(governor.snapshot(0).limit()).isGreaterThan(12);
    }

    @Test
    void growsUnderFullLoadAndNotUnderLess() {
        Governor governor = governor(32, 1_000);
        for (int i = 0; i < 100; i++) {
            caller(governor, Lane.INTERACTIVE).end(Outcome.SUCCESS);
        }
        assertThat(governor.snapshot(0).limit()).isEqualTo(8);
        callers(governor, Lane.INTERACTIVE, 16);
        for (int i = 100; i < 108; i++) {
            admitted.get(i).end(Outcome.SUCCESS);
        }
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(13, 8, 0, 0, Duration.ZERO, 0));
    }

    @Test
    void reusesThePermitOfACancelledCallWhenCancellationsEnd() {
        Governor governor = governor(2, 100);
        List<Caller> callers = callers(governor, Lane.INTERACTIVE, 5);
        callers.get(0).end(Outcome.CANCELLED);
        timer.advanceTimeBy(Duration.ofMillis(19));
        callers.get(1).end(Outcome.CANCELLED);
        timer.advanceTimeBy(Duration.ofMillis(20));
        assertThat(admitted).isEqualTo(callers.subList(0, 2));
        timer.advanceTimeBy(Duration.ofMillis(1));
        assertThat(admitted).isEqualTo(callers.subList(0, 4));
    }

    @Test
    void keepsPermitsUnusedForAtMostATenthOfASecond() {
        Governor governor = governor(1, 1_000);
        List<Caller> callers = callers(governor, Lane.INTERACTIVE, 200);
        callers.get(0).end(Outcome.CANCELLED);
        for (int i = 199; i > 1 && admitted.size() == 1; i--) {
            callers.get(i).waiting.dispose();
            timer.advanceTimeBy(Duration.ofMillis(1));
        }
        assertThat(admitted).containsExactly(callers.get(0), callers.get(1));
    }

    @Test
    void reusesAPermitAtOnceIfNoCallWaits() {
        Governor governor = governor(1, 100);
        caller(governor, Lane.INTERACTIVE).end(Outcome.CANCELLED);
        assertThat(governor.admitNow(Lane.INTERACTIVE)).isNotNull();
    }

    @Test
    void admitsACallAtOnceIfAnotherPermitIsFree() {
        Governor governor = governor(2, 100);
        List<Caller> callers = callers(governor, Lane.BULK, 4);
        callers.get(0).end(Outcome.CANCELLED);
        assertThat(admitted).hasSize(1);
        Caller interactive = caller(governor, Lane.INTERACTIVE);
        assertThat(admitted).containsExactly(callers.get(0), interactive);
    }

    @Test
    void learnsNothingFromOtherFailures() {
        Governor governor = governor(32, 1_000);
        callers(governor, Lane.INTERACTIVE, 50);
        for (int i = 0; i < 40; i++) {
            admitted.get(i).end(Outcome.OTHER);
        }
        assertThat(governor.snapshot(0).limit()).isEqualTo(8);
    }

    @Test
    void lowersTheLimitOnceForCallsThatWereThrottledTogether() {
        Governor governor = governor(8, 100);
        List<Caller> together = callers(governor, Lane.INTERACTIVE, 8);
        together.forEach(caller -> caller.end(Outcome.throttled(null)));
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(5, 0, 0, 0, Duration.ZERO, 0));
        caller(governor, Lane.INTERACTIVE).end(Outcome.throttled(null));
        assertThat(governor.snapshot(0).limit()).isEqualTo(3);
    }

    @Test
    void refusesACallWhenTheQueueIsFull() {
        Governor governor = governor(1, 2);
        caller(governor, Lane.INTERACTIVE);
        caller(governor, Lane.BULK);
        Caller second = caller(governor, Lane.INTERACTIVE);
        governor.admit(Operation.FETCH_RULE, Lane.BULK, MINUTE)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                SaturatedException.class,
                                full -> assertThat(full.retryAfter()).isNull())
                        .hasMessage("rules.fetch not sent: 2 calls wait already, the limit"))
                .verify(LIMIT);
        second.cancel();
        Caller third = caller(governor, Lane.INTERACTIVE);
        assertThat(third.error).isNull();
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(1, 1, 1, 1, Duration.ZERO, 0));
    }

    @Test
    void admitsWithoutAQueueAsLongAsThereAreFreePlaces() {
        Governor governor = governor(2, 0);
        Caller refused = caller(governor, Lane.INTERACTIVE);
        assertThat(refused.error).isInstanceOf(SaturatedException.class);
    }

    @Test
    void freesThePlaceInTheQueueOfACallThatIsCancelled() {
        Governor governor = governor(1, 100);
        List<Caller> callers = callers(governor, Lane.INTERACTIVE, 3);
        callers.get(1).cancel();
        assertThat(governor.snapshot(0).interactiveQueued()).isEqualTo(1);
        callers.get(0).end(Outcome.SUCCESS);
        assertThat(admitted).containsExactly(callers.get(0), callers.get(2));
    }

    @Test
    void reclaimsThePermitOfACancelledCall() {
        Governor governor = governor(1, 100);
        governor.admit(Operation.FETCH_RULE, Lane.INTERACTIVE, MINUTE)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        assertThat(governor.snapshot(0).inFlight()).isZero();
    }

    @Test
    void takesAPermitBackWhenTheCallIsCancelledBetweenGrantAndTelling() {
        Governor governor = governor(2, 100);
        List<Caller> running = callers(governor, Lane.INTERACTIVE, 2);
        Caller cancelled = new Caller();
        // Told first, and it cancels the one that was granted together with it before that is told.
        Caller cancelling = new Caller() {
            @Override
            void taken(Permit permit) {
                cancelled.cancel();
            }
        };
        List<Caller> gate = List.of(cancelling, cancelled);
        running.get(0).end(Outcome.throttled(Duration.ofSeconds(1)));
        running.get(1).end(Outcome.OTHER);
        gate.forEach(caller -> caller.subscribe(governor, Lane.INTERACTIVE));
        timer.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(cancelling.permit).isNotNull();
        assertThat(cancelled.permit).isNull();
        assertThat(governor.snapshot(0).interactiveQueued()).isZero();
        assertThat(governor.snapshot(0).inFlight()).isEqualTo(1);
        cancelling.end(Outcome.OTHER);
        assertThat(governor.snapshot(0).inFlight()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void countsARunningCallUntilItsEndAndItsEndOnce(Lane lane) {
        Governor governor = governor(4, 100);
        Caller caller = caller(governor, lane);
        caller.cancel();
        assertThat(governor.snapshot(0).inFlight()).isEqualTo(1);
        caller.end(Outcome.OTHER);
        caller.end(Outcome.OTHER);
        assertThat(governor.snapshot(0).inFlight()).isZero();
        assertThat(caller.permit.take()).isFalse();
    }

    @Test
    void closesTheGateForEverybodyForAsLongAsTheServiceAsks() {
        Governor governor = governor(8, 100);
        Caller throttled = caller(governor, Lane.INTERACTIVE);
        throttled.end(Outcome.throttled(Duration.ofSeconds(10)));
        Caller interactive = caller(governor, Lane.INTERACTIVE);
        Caller bulk = caller(governor, Lane.BULK);
        timer.advanceTimeBy(Duration.ofMillis(9_999));
        assertThat(admitted).containsExactly(throttled);
        assertThat(governor.snapshot(0)).isEqualTo(new GovernorSnapshot(5, 0, 1, 1, Duration.ofMillis(1), 0));
        timer.advanceTimeBy(Duration.ofMillis(1));
        assertThat(admitted).containsExactly(throttled, interactive, bulk);
        assertThat(governor.snapshot(0).closedFor()).isZero();
    }

    @Test
    void keepsTheGateClosedForTheLongestOfTheWaits() {
        Governor governor = governor(8, 100);
        List<Caller> throttled = callers(governor, Lane.INTERACTIVE, 3);
        throttled.get(0).end(Outcome.throttled(Duration.ofSeconds(10)));
        throttled.get(1).end(Outcome.throttled(Duration.ofSeconds(2)));
        Caller waiting = caller(governor, Lane.INTERACTIVE);
        timer.advanceTimeBy(Duration.ofSeconds(5));
        throttled.get(2).end(Outcome.throttled(Duration.ofSeconds(10)));
        timer.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(waiting.permit).isNull();
        timer.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(waiting.permit).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void resumesAfterTheWaitAlthoughTheClockWasChanged(Duration step) {
        SteppedTimer wall = new SteppedTimer();
        Governor governor = new Governor(8, 100, wall);
        caller(governor, Lane.INTERACTIVE).end(Outcome.throttled(Duration.ofMillis(500)));
        Mono<Permit> waiting = governor.admit(Operation.FETCH_RULE, Lane.INTERACTIVE, MINUTE);
        waiting.as(StepVerifier::create)
                .then(() -> wall.step(step))
                .then(() -> assertThat(governor.snapshot(0).closedFor())
                        .isBetween(Duration.ofMillis(1), Duration.ofMillis(500)))
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        assertThat(governor.snapshot(0).closedFor()).isZero();
    }

    @Test
    void resumesByTheTimerAlthoughTheClockDoesNotAdvance() {
        SteppedTimer standing = new SteppedTimer();
        standing.step(Duration.ofDays(-10_000));
        Governor governor = new Governor(8, 100, standing);
        caller(governor, Lane.INTERACTIVE).end(Outcome.throttled(Duration.ofMillis(20)));
        standing.step(Duration.ofDays(-10_001));
        governor.admit(Operation.FETCH_RULE, Lane.INTERACTIVE, Duration.ofDays(2))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        assertThat(governor.snapshot(0).closedFor()).isZero();
    }

    @Test
    void refusesACallThatHasNotThePatienceToWaitForTheGate() {
        Governor governor = governor(8, 100);
        caller(governor, Lane.INTERACTIVE).end(Outcome.throttled(MINUTE));
        governor.admit(Operation.LIST_RULES, Lane.INTERACTIVE, Duration.ofMillis(59_999))
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                SaturatedException.class,
                                closed -> assertThat(closed.retryAfter()).isEqualTo(MINUTE))
                        .hasMessage("rules.list not sent: the service asked to wait 60000 ms"))
                .verify(LIMIT);
        Caller patient = caller(governor, Lane.INTERACTIVE);
        assertThat(patient.error).isNull();
        timer.advanceTimeBy(MINUTE);
        assertThat(patient.permit).isNotNull();
    }

    @Test
    void admitsALongQueueWhoseCallsEndAtOnceWithoutDeepStacks() {
        Governor governor = governor(1, 100_000);
        Caller first = caller(governor, Lane.INTERACTIVE);
        List<Permit> done = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            governor.admit(Operation.FETCH_RULE, Lane.INTERACTIVE, MINUTE).subscribe(permit -> {
                assertThat(permit.take()).isTrue();
                done.add(permit);
                permit.release(Outcome.SUCCESS);
            });
        }
        first.end(Outcome.SUCCESS);
        assertThat(done).hasSize(50_000);
    }

    private Governor governor(int most, int maxQueued) {
        return new Governor(most, maxQueued, timer);
    }

    private Caller caller(Governor governor, Lane lane) {
        Caller caller = new Caller();
        caller.subscribe(governor, lane);
        return caller;
    }

    private List<Caller> callers(Governor governor, Lane lane, int number) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            callers.add(caller(governor, lane));
        }
        return callers;
    }

    /** A call that takes its permit and ends when it is told to. */
    private class Caller {
        @Nullable
        Permit permit;

        @Nullable
        Throwable error;

        private Disposable waiting = () -> {};

        void subscribe(Governor governor, Lane lane) {
            waiting = governor.admit(Operation.FETCH_RULE, lane, MINUTE)
                    .flatMap(granted -> granted.take() ? Mono.just(granted) : Mono.error(new CancellationException()))
                    .subscribe(
                            granted -> {
                                permit = granted;
                                admitted.add(this);
                                taken(granted);
                            },
                            failure -> error = failure);
        }

        @SuppressWarnings("UnusedVariable") // for callers that end at once
        void taken(Permit granted) {}

        void cancel() {
            waiting.dispose();
        }

        void end(Outcome outcome) {
            permit.release(outcome);
        }
    }
}
