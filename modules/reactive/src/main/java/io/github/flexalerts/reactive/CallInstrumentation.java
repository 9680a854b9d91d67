package io.github.flexalerts.reactive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * Observes one operation, from its subscription to its end. The client calls exactly one of {@link #ended} and {@link
 * #cancelled}, once. Several pages of a listing, and their attempts, may be under way at the same time.
 */
public interface CallInstrumentation {

    /** The instrumentation that does nothing. */
    CallInstrumentation NOOP = new CallInstrumentation() {};

    /** Why a call is retried. */
    enum Retry {
        /** The service answered 429. */
        THROTTLED,
        /** The service answered 408 or 5xx. */
        SERVER_ERROR,
        /** The network or the connection failed. */
        IO,
        /** A limit of time was reached. */
        TIMEOUT,
        /** The service rejected the token, and the client fetches a new one. */
        AUTH
    }

    /** Why a call is not retried although its failure is transient. */
    enum Suppression {
        /** The retry budget is empty. */
        BUDGET,
        /** The service may have processed the request, and the operation must not be sent twice. */
        NOT_IDEMPOTENT,
        /** The backoff passes the deadline. */
        DEADLINE,
        /** All attempts that the policy allows were made. */
        ATTEMPTS,
        /** The service asked to wait past the deadline. */
        RETRY_AFTER_TOO_LONG
    }

    /** What an answer contained that the reference does not document. */
    enum Unknown {
        /** A member with an unknown name, or of a type that cannot be read. */
        FIELD,
        /** An unknown value of a documented set. */
        ENUM
    }

    /**
     * Returns the context that the operation runs in.
     *
     * @param context the subscriber's
     * @return the same context, or one with more entries
     */
    default Context context(Context context) {
        return context;
    }

    /**
     * An attempt waits for admission. If it is never admitted, the returned observer gets no call.
     *
     * @param number which attempt of its request it is, from 1
     * @param lane where it waits
     * @return the observer of this attempt
     */
    default AttemptInstrumentation attempt(int number, Lane lane) {
        return AttemptInstrumentation.NOOP;
    }

    /**
     * Another attempt follows.
     *
     * @param reason why
     * @param wait how long the call waits before it
     * @param asked whether the service asked for that wait
     */
    default void retrying(Retry reason, Duration wait, boolean asked) {}

    /**
     * No other attempt follows although the failure is transient.
     *
     * @param cause why not
     */
    default void suppressed(Suppression cause) {}

    /**
     * An answer contained something that the reference does not document.
     *
     * @param what members or values
     * @param count how many, 1 or more
     */
    default void unknown(Unknown what, int count) {}

    /**
     * A page of a listing was read to its end.
     *
     * @param items how many items came with it
     */
    default void pageRead(int items) {}

    /**
     * A listing ended; how many pages it fetched.
     *
     * @param delivered pages of which the consumer received items
     * @param discarded pages that were read ahead and not delivered
     */
    default void pages(int delivered, int discarded) {}

    /**
     * The operation ended.
     *
     * @param error why the operation failed, null for a success
     */
    default void ended(@Nullable Throwable error) {}

    /** The operation was cancelled. */
    default void cancelled() {}
}
