package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.reactive.CallInstrumentation.Retry;
import io.github.flexalerts.reactive.CallInstrumentation.Suppression;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.internal.traffic.RetryBudget;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Decides what follows an attempt that failed: another one after a wait, or the end of the call. */
final class Retrier {
    private final RetryPolicy policy;
    private final RetryBudget budget;
    private final DoubleSupplier random;

    Retrier(RetryPolicy policy, RetryBudget budget, DoubleSupplier random) {
        this.policy = policy;
        this.budget = budget;
        this.random = random;
    }

    /**
     * Notes the failure and decides.
     *
     * @return the wait before the next attempt, or null if the call ends
     */
    @Nullable
    Duration next(Call call, FlexAlertsException error, Authorizer authorizer) {
        Failure failure = Failure.of(error);
        return switch (RetryTable.verdict(call.operation(), failure)) {
            case REPEAT -> repeat(call, error, failure);
            case REAUTHORIZE -> reauthorize(call, error, failure, authorizer);
            case AMBIGUOUS -> suppressed(call, error, failure, Suppression.NOT_IDEMPOTENT, "");
            case FAIL -> end(call, error, failure, "");
        };
    }

    /** The error that a call ends in, with all its attempts. */
    FlexAlertsException end(Call call, FlexAlertsException error) {
        FlexAlertsException failed = error.withAttempts(call.attempts());
        return RetryTable.verdict(call.operation(), Failure.of(error)) == RetryTable.Verdict.AMBIGUOUS
                ? new AmbiguousOutcomeException(call.operation().id(), call.attempts(), failed)
                : failed;
    }

    private @Nullable Duration repeat(Call call, FlexAlertsException error, Failure failure) {
        boolean throttled = failure == Failure.THROTTLED;
        Duration backoff = backoff(throttled, call.attempts().size() + 1, random.getAsDouble());
        Duration asked = error instanceof ApiException answer ? answer.retryAfter() : null;
        Duration wait = longer(backoff, honoured(asked));
        if (isLast(call)) {
            return suppressed(call, error, failure, Suppression.ATTEMPTS, "");
        }
        if (wait.compareTo(call.left()) >= 0) {
            return asked == null || wait.equals(backoff)
                    ? suppressed(
                            call,
                            error,
                            failure,
                            Suppression.DEADLINE,
                            ", not repeated: a backoff of " + backoff.toMillis() + " ms passes the deadline")
                    : suppressed(
                            call,
                            error,
                            failure,
                            Suppression.RETRY_AFTER_TOO_LONG,
                            ", not repeated: the service asked to wait " + asked.toMillis() + " ms, past the deadline");
        }
        int paid = budget.pay(throttled);
        if (paid == 0) {
            return suppressed(call, error, failure, Suppression.BUDGET, ", not repeated: the retry budget is empty");
        }
        call.pays(paid);
        call.failed(error, failure, "");
        call.waits(wait);
        call.observer().retrying(failure.retry(error), wait, !wait.equals(backoff));
        return wait;
    }

    /** The wait before a repetition, from 1, for a number drawn from 0 to 1. */
    Duration backoff(boolean throttled, int repetition, double drawn) {
        Duration base = throttled ? policy.throttleBackoff() : policy.transientBackoff();
        double most = policy.maxBackoff().toNanos();
        double ceiling = Math.min(base.toNanos() * Math.pow(2, repetition - 1), most);
        return Duration.ofNanos((long) (ceiling * drawn));
    }

    private boolean isLast(Call call) {
        return call.attempts().size() + 1 >= policy.maxAttempts();
    }

    private static Duration longer(Duration backoff, @Nullable Duration asked) {
        return asked == null || asked.compareTo(backoff) < 0 ? backoff : asked;
    }

    /** As much of a {@code Retry-After} as is waited for. */
    @Nullable
    Duration honoured(@Nullable Duration asked) {
        return asked == null || asked.compareTo(policy.maxRetryAfter()) <= 0 ? asked : policy.maxRetryAfter();
    }

    /** A token that was rejected is dropped in any case, so that the next call has another. */
    private @Nullable Duration reauthorize(
            Call call, FlexAlertsException error, Failure failure, Authorizer authorizer) {
        if (!call.mayReauthorize() || !authorizer.rejected(call.authorization())) {
            return end(call, error, failure, "");
        }
        if (isLast(call)) {
            return suppressed(call, error, failure, Suppression.ATTEMPTS, "");
        }
        if (call.left().isZero()) {
            return suppressed(call, error, failure, Suppression.DEADLINE, ", not repeated: no time is left");
        }
        call.failed(error, failure, "");
        call.waits(Duration.ZERO);
        call.observer().retrying(Retry.AUTH, Duration.ZERO, false);
        return Duration.ZERO;
    }

    private static @Nullable Duration suppressed(
            Call call, FlexAlertsException error, Failure failure, Suppression cause, String note) {
        call.observer().suppressed(cause);
        return end(call, error, failure, note);
    }

    private static @Nullable Duration end(Call call, FlexAlertsException error, Failure failure, String note) {
        if (failure != Failure.HELD_BACK) { // what the client held back was no attempt
            call.failed(error, failure, note);
        }
        return null;
    }
}
