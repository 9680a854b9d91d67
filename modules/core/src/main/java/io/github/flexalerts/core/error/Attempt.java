package io.github.flexalerts.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call that did not succeed.
 *
 * @param number which attempt of the call it was, from 1
 * @param status the HTTP status, null if no answer came
 * @param uncertain whether the service may have acted on the request although it did not say so
 * @param reason why it failed, in a word or two that hold no data of the caller or the service
 * @param requestId the service's id of the request, null if it gave none
 * @param elapsed how long the attempt took, waiting for a connection included
 * @param waited how long the call then waited before the next attempt, null if there was none
 */
public record Attempt(
        int number,
        @Nullable Integer status,
        boolean uncertain,
        String reason,
        @Nullable String requestId,
        Duration elapsed,
        @Nullable Duration waited) {

    /**
     * Returns this attempt with the wait that followed it.
     *
     * @param wait how long the call waited before the next attempt
     * @return a copy
     */
    public Attempt thenWaited(Duration wait) {
        return new Attempt(number, status, uncertain, reason, requestId, elapsed, wait);
    }

    /** Returns the attempt in one phrase, as in {@code #1 503 server_error after 12 ms (RQ…), waited 80 ms}. */
    @Override
    public String toString() {
        return "#" + number + (status == null ? " " : " " + status + " ") + reason + " after " + elapsed.toMillis()
                + " ms" + (requestId == null ? "" : " (" + requestId + ")")
                + (waited == null ? "" : ", waited " + waited.toMillis() + " ms");
    }
}
