package io.github.flexalerts.reactive;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * Observes one attempt of a call, from its wait for admission on. For an attempt that is {@linkplain #sending sent}, the client
 * calls exactly one of {@link #ended} and {@link #cancelled}, once.
 */
public interface AttemptInstrumentation {

    /** The instrumentation that does nothing. */
    AttemptInstrumentation NOOP = new AttemptInstrumentation() {};

    /**
     * The attempt was admitted and asks for a connection.
     *
     * @param origin where it goes, as in {@code https://flex-api.twilio.com}
     * @param target path and query; they contain SIDs and may contain personal data
     */
    default void sending(String origin, String target) {}

    /**
     * Returns headers to send with the request, such as those of a trace. The client ignores invalid headers, headers of the
     * connection, and those that it sets itself.
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
     * @return the same context, or one with more entries
     */
    default Context context(Context context) {
        return context;
    }

    /**
     * The status and headers of an answer arrived.
     *
     * @param status the HTTP status
     * @param header returns the first value of a header, null if the answer has no such header
     */
    default void answered(int status, Function<String, @Nullable String> header) {}

    /**
     * The attempt ended: the body was read to its end, or the attempt failed.
     *
     * @param error why the attempt failed, null for a success
     */
    default void ended(@Nullable Throwable error) {}

    /** The attempt was cancelled. */
    default void cancelled() {}
}
