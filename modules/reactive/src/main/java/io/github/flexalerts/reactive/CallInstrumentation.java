package io.github.flexalerts.reactive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * What is told of one operation, from its subscription to its end: exactly one of {@link #ended} and {@link #cancelled}
 * comes, once. The pages of a listing may be under way at the same time, and so may their attempts.
 */
public interface CallInstrumentation {

    /** The instrumentation that does nothing. */
    CallInstrumentation NOOP = new CallInstrumentation() {};

    /** Why an attempt is followed by another one. */
    enum Retry {
        /** The service answered 429. */
        THROTTLED,
        /** The service answered 408 or 5xx. */
        SERVER_ERROR,
        /** The network or the connection failed. */
        IO,
        /** A limit of time was reached. */
        TIMEOUT,
        /** The token was not accepted; there is a new one. */
        AUTH
    }

    /** Why an attempt that failed of something that may pass is not followed by another one. */
    enum Suppression {
        /** The retry budget is empty. */
        BUDGET,
        /** The service may have acted on the request, and the operation must not be done twice. */
        NOT_IDEMPOTENT,
        /** The backoff passes the deadline. */
        DEADLINE,
        /** All attempts that the policy allows were made. */
        ATTEMPTS,
        /** The service asked to wait past the deadline. */
        RETRY_AFTER_TOO_LONG
    }

    /** What was met in an answer that the reference does not name. */
    enum Unknown {
        /** A member of an object that has another name, or a shape that cannot be read. */
        FIELD,
        /** A value of a closed set that is not in it. */
        ENUM
    }

    /**
     * Returns the context that the operation runs in.
     *
     * @param context the subscriber's
     * @return the same, or one with more in it
     */
    default Context context(Context context) {
        return context;
    }

    /**
     * Tells that an attempt waits for its admission. If it never gets it, nothing more is told of it.
     *
     * @param number which attempt of its request it is, from 1
     * @param lane where it waits
     * @return what is told of this attempt from now on
     */
    default AttemptInstrumentation attempt(int number, Lane lane) {
        return AttemptInstrumentation.NOOP;
    }

    /**
     * Tells that another attempt follows.
     *
     * @param reason why
     * @param wait how long the call waits before it
     * @param asked whether the service asked for that wait
     */
    default void retrying(Retry reason, Duration wait, boolean asked) {}

    /**
     * Tells that no other attempt follows although one might have helped.
     *
     * @param cause why not
     */
    default void suppressed(Suppression cause) {}

    /**
     * Tells what an answer held that the reference does not name.
     *
     * @param what members or values
     * @param count how many, 1 or more
     */
    default void unknown(Unknown what, int count) {}

    /**
     * Tells that a page of a listing was read to its end.
     *
     * @param items how many items came with it
     */
    default void pageRead(int items) {}

    /**
     * Tells how many pages a listing fetched, at its end.
     *
     * @param delivered those that its consumer got, wholly or in part
     * @param discarded those that were read ahead and that nobody asked for
     */
    default void pages(int delivered, int discarded) {}

    /**
     * Tells that the operation ended.
     *
     * @param error what it ended in, null for a success
     */
    default void ended(@Nullable Throwable error) {}

    /** Tells that the operation was cancelled. */
    default void cancelled() {}
}
