package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.internal.traffic.Ticks;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call while it runs: its request, its deadline and its attempts. Of one subscription, so of one thread at a time. */
public final class Call {
    private final ApiRequest request;
    private final CallInstrumentation instrumentation;
    private final Ticks ticks;
    private final long limit;
    private final List<Attempt> attempts = new ArrayList<>(1);
    private volatile long deadline;
    private long attemptStarted;
    private int paid;
    private boolean reauthorized;
    private String authorization = "";
    private AttemptInstrumentation attempt = AttemptInstrumentation.NOOP;

    Call(ApiRequest request, CallInstrumentation instrumentation, Duration limit, Ticks ticks) {
        this.request = request;
        this.instrumentation = instrumentation;
        this.ticks = ticks;
        this.limit = limit.toMillis();
        this.deadline = ticks.now() + this.limit;
        this.attemptStarted = ticks.now();
    }

    ApiRequest request() {
        return request;
    }

    Operation operation() {
        return request.operation();
    }

    /** The observer of the operation that this call belongs to. */
    CallInstrumentation observer() {
        return instrumentation;
    }

    /** The observer of the current attempt. */
    AttemptInstrumentation attempt() {
        return attempt;
    }

    /** The attempt waits for its admission. */
    void waitsIn(Lane lane) {
        attemptStarts();
        attempt = instrumentation.attempt(attempts.size() + 1, lane);
    }

    /** How much time the call has left, never negative. */
    Duration left() {
        return Duration.ofMillis(Math.max(0, deadline - ticks.now()));
    }

    /** Moves the deadline: a listing has one for each step to the next items, since its consumer may take any time. */
    void progressed() {
        deadline = ticks.now() + limit;
    }

    void authorized(String value) {
        authorization = value;
    }

    String authorization() {
        return authorization;
    }

    /** Marks the moment when an attempt begins to wait for its admission, and again when it has it. */
    void attemptStarts() {
        attemptStarted = ticks.now();
    }

    /** Adds the attempt that just failed. */
    void failed(FlexAlertsException error, Failure failure, String note) {
        attempts.add(new Attempt(
                attempts.size() + 1,
                status(error),
                failure.uncertain(),
                failure.word() + note,
                requestId(error),
                Duration.ofMillis(ticks.now() - attemptStarted),
                null));
    }

    /** Notes how long the call waits after the attempt that failed last. */
    void waits(Duration wait) {
        int last = attempts.size() - 1;
        attempts.set(last, attempts.get(last).thenWaited(wait));
    }

    List<Attempt> attempts() {
        return attempts;
    }

    void pays(int tokens) {
        paid += tokens;
    }

    int paid() {
        return paid;
    }

    /** Whether the call may ask for a new token; true once. */
    boolean mayReauthorize() {
        boolean first = !reauthorized;
        reauthorized = true;
        return first;
    }

    private static @Nullable Integer status(FlexAlertsException error) {
        if (error instanceof ApiException answer) {
            return answer.status();
        }
        return error instanceof DecodingException unreadable ? unreadable.status() : null;
    }

    private static @Nullable String requestId(FlexAlertsException error) {
        if (error instanceof ApiException answer) {
            return answer.requestId();
        }
        return error instanceof DecodingException unreadable ? unreadable.requestId() : null;
    }
}
