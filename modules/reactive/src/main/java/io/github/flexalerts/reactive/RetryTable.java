package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.transport.Operation;

/** Which operation repeats after which failure; the one place that decides it, and {@link RetryPolicy} documents it. */
final class RetryTable {
    /** What follows a failure. */
    enum Verdict {
        REPEAT,
        REAUTHORIZE,
        AMBIGUOUS,
        FAIL
    }

    private RetryTable() {}

    static Verdict verdict(Operation operation, Failure failure) {
        return switch (failure) {
            case THROTTLED, NOT_SENT -> Verdict.REPEAT;
            case SERVER_ERROR, LOST -> operation.repeatable() ? Verdict.REPEAT : Verdict.AMBIGUOUS;
            case UNAUTHORIZED -> Verdict.REAUTHORIZE;
            case UNREADABLE, CLOSED -> operation.repeatable() ? Verdict.FAIL : Verdict.AMBIGUOUS;
            case REFUSED, HELD_BACK -> Verdict.FAIL;
        };
    }
}
