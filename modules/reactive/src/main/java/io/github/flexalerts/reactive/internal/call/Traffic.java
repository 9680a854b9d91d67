package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ThrottledException;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.internal.traffic.Governor;
import io.github.flexalerts.reactive.internal.traffic.Permit;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import io.github.flexalerts.reactive.internal.traffic.RetryBudget;
import io.github.flexalerts.reactive.internal.traffic.Ticks;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;

/**
 * What all calls on one credential share.
 *
 * @param governor admits them
 * @param budget pays for their repetitions
 * @param retrier decides on their repetitions
 * @param timer their delays
 */
public record Traffic(Governor governor, RetryBudget budget, Retrier retrier, Scheduler timer)
        implements Supplier<GovernorSnapshot> {

    /** Makes what the calls on a credential share. */
    public static Traffic create(RetryPolicy policy, int maxConcurrency, int maxQueued, Scheduler timer) {
        RetryBudget budget = new RetryBudget();
        Retrier retrier =
                new Retrier(policy, budget, () -> ThreadLocalRandom.current().nextDouble());
        Governor governor = new Governor(maxConcurrency, maxQueued, timer);
        return new Traffic(governor, budget, retrier, timer);
    }

    /** The time of the timer. */
    Ticks ticks() {
        return governor.ticks();
    }

    @Override
    public GovernorSnapshot get() {
        return governor.snapshot(budget.left());
    }

    /** Ends an attempt, and the call with it. */
    void succeeded(Call call, Permit permit) {
        budget.refund(call.paid());
        permit.release(Outcome.SUCCESS);
    }

    /** Ends an attempt; one that was throttled closes the gate for everybody, for as long as the service asks. */
    void failed(Permit permit, Throwable error) {
        permit.release(
                error instanceof ThrottledException throttled
                        ? Outcome.throttled(retrier.honoured(throttled.retryAfter()))
                        : Outcome.OTHER);
    }
}
