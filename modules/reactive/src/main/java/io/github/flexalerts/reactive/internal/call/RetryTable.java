package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.transport.Operation;

/** Which operation repeats after which failure; the one place that decides it, and {@link RetryPolicy} documents it. */
public final class RetryTable {
    /** What follows a failure. */
    public enum Verdict {
        REPEAT,
        REAUTHORIZE,
        AMBIGUOUS,
        FAIL
    }

    private RetryTable() {}

    public static Verdict verdict(Operation operation, Failure failure) {
        return switch (failure) {
            case THROTTLED, NOT_SENT -> Verdict.REPEAT;
            case SERVER_ERROR, LOST -> operation.repeatable() ? Verdict.REPEAT : Verdict.AMBIGUOUS;
            case UNAUTHORIZED -> Verdict.REAUTHORIZE;
            case UNREADABLE, CLOSED -> operation.repeatable() ? Verdict.FAIL : Verdict.AMBIGUOUS;
            case REFUSED, HELD_BACK -> Verdict.FAIL;
        };
    }
}
