package io.github.flexalerts.metrics;

import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.Lane;
import io.micrometer.observation.Observation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** Observes one operation, and hands on to its meters what they count besides. */
final class ObservedCall implements CallInstrumentation {
    private final Observations observations;
    private final Observation observation;
    private final OperationContext context;
    private final @Nullable MeteredCall metered;
    private final CallInstrumentation meters;

    ObservedCall(
            Observations observations,
            Observation observation,
            OperationContext context,
            @Nullable MeteredCall metered) {
        this.observations = observations;
        this.observation = observation;
        this.context = context;
        this.metered = metered;
        this.meters = metered == null ? NOOP : metered;
    }

    @Override
    public Context context(Context subscriber) {
        return Observations.with(observation, subscriber);
    }

    @Override
    public AttemptInstrumentation attempt(int number, Lane lane) {
        return new ObservedAttempt(
                observations,
                observation,
                context.operation(),
                number,
                metered == null ? null : metered.attempt(number, lane));
    }

    @Override
    public void retrying(Retry reason, Duration wait, boolean asked) {
        context.retry();
        meters.retrying(reason, wait, asked);
    }

    @Override
    public void suppressed(Suppression cause) {
        meters.suppressed(cause);
    }

    @Override
    public void unknown(Unknown what, int count) {
        meters.unknown(what, count);
    }

    @Override
    public void pageRead(int items) {
        meters.pageRead(items);
    }

    @Override
    public void pages(int delivered, int discarded) {
        meters.pages(delivered, discarded);
    }

    /** The meters come first: a handler may throw. */
    @Override
    public void ended(@Nullable Throwable error) {
        context.end(Outcome.of(error), ErrorType.of(error));
        meters.ended(error);
        if (error != null) {
            observation.error(OperationContext.told(error));
        }
        observation.stop();
    }

    @Override
    public void cancelled() {
        context.end(Outcome.CANCELLED, ErrorType.NONE);
        meters.cancelled();
        observation.stop();
    }
}
