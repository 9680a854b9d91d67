package io.github.flexalerts.reactive;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * What is told of one attempt, after it began to wait for its admission. One that is {@linkplain #sending sent} ends in
 * exactly one of {@link #ended} and {@link #cancelled}, once.
 */
public interface AttemptInstrumentation {

    /** The instrumentation that does nothing. */
    AttemptInstrumentation NOOP = new AttemptInstrumentation() {};

    /**
     * Tells that the attempt was admitted and now asks for a connection.
     *
     * @param origin where it goes, as in {@code https://flex-api.twilio.com}
     * @param target path and query; they hold SIDs, and may hold more that is nobody else's business
     */
    default void sending(String origin, String target) {}

    /**
     * Returns headers to be sent along, such as those that continue a trace. Those that the client sets itself win, and what
     * is no valid header, or belongs to the connection, is left out.
     *
     * @return names and values
     */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * Returns the context that the exchange runs in.
     *
     * @param context the call's
     * @return the same, or one with more in it
     */
    default Context context(Context context) {
        return context;
    }

    /**
     * Tells that the head of an answer arrived.
     *
     * @param status the HTTP status
     * @param header gives the first value of a header of the answer, null if it is not there
     */
    default void answered(int status, Function<String, @Nullable String> header) {}

    /**
     * Tells that the body was read to its end, or that the attempt failed.
     *
     * @param error what it failed of, null for a success
     */
    default void ended(@Nullable Throwable error) {}

    /** Tells that the attempt was cancelled. */
    default void cancelled() {}
}
