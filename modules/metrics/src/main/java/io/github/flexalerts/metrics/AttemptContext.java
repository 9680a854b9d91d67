package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.internal.Redacted;
import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attempt: where it goes, and how it ended once it has. The carrier is the headers that go with the
 * request; the response is the status of the answer.
 */
public final class AttemptContext extends RequestReplySenderContext<Map<String, String>, Integer> {
    private final Operation operation;
    private final int number;
    private final String origin;
    private final String target;
    private volatile int status;
    private volatile @Nullable String requestId;
    private volatile Outcome outcome = Outcome.UNKNOWN;
    private volatile ErrorType errorType = ErrorType.NONE;
    private volatile int statusIndex;

    AttemptContext(Operation operation, int number, String origin, String target) {
        super((headers, name, value) -> {
            if (headers != null) {
                headers.put(name, value);
            }
        });
        this.operation = operation;
        this.number = number;
        this.origin = origin;
        this.target = target;
        this.statusIndex = Statuses.index(0, null);
        setCarrier(new LinkedHashMap<>());
    }

    void answer(int code, @Nullable String id) {
        status = code;
        requestId = id;
        setResponse(code);
    }

    void end(Outcome how, ErrorType what, int index) {
        outcome = how;
        errorType = what;
        statusIndex = index;
    }

    /**
     * Returns which operation it belongs to.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }

    /**
     * Returns which attempt of its request it is; for traces, not for tags.
     *
     * @return the number, from 1
     */
    public int number() {
        return number;
    }

    /**
     * Returns whether it repeats another one.
     *
     * @return false for the first attempt
     */
    public boolean isRetry() {
        return number > 1;
    }

    /**
     * Returns where it goes: the service as it was configured, never what a link said.
     *
     * @return scheme, host and port, as in {@code https://flex-api.twilio.com}
     */
    public String origin() {
        return origin;
    }

    /**
     * Returns what it asks for, with SIDs in it but without the values of its query; for traces, not for tags.
     *
     * @return path and query, empty if it is not known
     */
    public String target() {
        return Redacted.query(target);
    }

    /**
     * Returns the status of the answer in a closed set.
     *
     * @return a known code, {@code other}, {@code IO_ERROR} if the wire failed before an answer, or {@code CLIENT_ERROR} if
     *     the client gave up before
     */
    public String statusTag() {
        return Statuses.tag(statusIndex);
    }

    /**
     * Returns the status of the answer as it came.
     *
     * @return the code, 0 if no answer came
     */
    public int status() {
        return status;
    }

    /**
     * Returns the service's id of the request; for traces, not for tags.
     *
     * @return the id, null if there is none
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Returns how it ended.
     *
     * @return the outcome; {@link Outcome#UNKNOWN} while it is under way
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns what it ended in.
     *
     * @return the type of the error; {@link ErrorType#NONE} if there was none, and while it is under way
     */
    public ErrorType errorType() {
        return errorType;
    }

    /** Returns the operation alone. */
    @Override
    public String toString() {
        return "AttemptContext[" + operation.id() + "]";
    }
}
