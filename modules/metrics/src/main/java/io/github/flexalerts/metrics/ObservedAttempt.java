package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.observation.Observation;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** Observes one attempt from the moment when it asks for a connection; before that there is nothing to see. */
final class ObservedAttempt implements AttemptInstrumentation {
    private static final String REQUEST_ID = "Twilio-Request-Id";

    private final Observations observations;
    private final Observation parent;
    private final Operation operation;
    private final int number;
    private final @Nullable MeteredAttempt metered;
    private final AttemptInstrumentation meters;
    private @Nullable AttemptContext context;
    private Observation observation = Observation.NOOP;

    ObservedAttempt(
            Observations observations,
            Observation parent,
            Operation operation,
            int number,
            @Nullable MeteredAttempt metered) {
        this.observations = observations;
        this.parent = parent;
        this.operation = operation;
        this.number = number;
        this.metered = metered;
        this.meters = metered == null ? NOOP : metered;
    }

    @Override
    public void sending(String origin, String target) {
        meters.sending(origin, target);
        AttemptContext started = new AttemptContext(operation, number, origin, target);
        context = started;
        observation = observations.attempt(started, parent);
        if (metered != null && Observations.isTimed(started)) {
            metered.timedElsewhere();
        }
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> carrier = context == null ? null : context.getCarrier();
        return carrier == null ? Map.of() : carrier;
    }

    @Override
    public Context context(Context call) {
        return Observations.with(observation, call);
    }

    @Override
    public void answered(int status, Function<String, @Nullable String> header) {
        meters.answered(status, header);
        if (context != null) {
            context.answer(status, requestId(header.apply(REQUEST_ID)));
        }
    }

    @Override
    public void ended(@Nullable Throwable error) {
        meters.ended(error);
        end(Outcome.of(error), error);
    }

    @Override
    public void cancelled() {
        meters.cancelled();
        end(Outcome.CANCELLED, null);
    }

    private void end(Outcome outcome, @Nullable Throwable error) {
        if (context != null) {
            context.end(outcome, ErrorType.of(error), Statuses.index(context.status(), error));
        }
        if (error != null) {
            observation.error(OperationContext.told(error));
        }
        observation.stop();
    }

    /** Only what looks like an id is one. */
    private static @Nullable String requestId(@Nullable String id) {
        return id != null && id.matches("[A-Za-z0-9-]{1,64}") ? id : null;
    }
}
