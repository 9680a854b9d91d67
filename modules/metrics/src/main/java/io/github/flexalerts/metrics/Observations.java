package io.github.flexalerts.metrics;

import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Makes observations of operations and of their attempts, with parents and contexts right. */
final class Observations {
    private final ObservationRegistry registry;
    private final OperationObservationConvention operations;
    private final AttemptObservationConvention attempts;

    Observations(
            ObservationRegistry registry,
            OperationObservationConvention operations,
            AttemptObservationConvention attempts) {
        this.registry = registry;
        this.operations = operations;
        this.attempts = attempts;
    }

    CallInstrumentation started(Operation operation, ContextView subscriber, @Nullable Meters meters, String client) {
        OperationContext context = new OperationContext(operation);
        Observation observation = FlexAlertsObservationDocumentation.OPERATION.observation(
                operations, DefaultOperationObservationConvention.INSTANCE, () -> context, registry);
        Observation parent = subscriber.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        if (parent == null) {
            observation.start();
        } else {
            start(observation, parent);
        }
        MeteredCall metered = meters == null ? null : new MeteredCall(meters, client, operation, !isTimed(context));
        return new ObservedCall(this, observation, context, metered);
    }

    Observation attempt(AttemptContext context, Observation parent) {
        Observation observation = FlexAlertsObservationDocumentation.ATTEMPT.observation(
                attempts, DefaultAttemptObservationConvention.INSTANCE, () -> context, registry);
        start(observation, parent);
        return observation;
    }

    /**
     * Starts an observation under its parent. Handlers of tracing prefer the span that is current on the thread, which may be
     * that of another attempt: Reactor makes it current while some operators run, and one page leads to the next there. A
     * handler that throws must not leave its scope behind, for the thread is everybody's.
     */
    private void start(Observation observation, Observation parent) {
        observation.parentObservation(parent);
        Observation.Scope before = registry.getCurrentObservationScope();
        try {
            parent.scoped(() -> {
                observation.start();
            });
        } catch (Throwable thrown) {
            leave(registry.getCurrentObservationScope(), before);
            throw thrown;
        } finally {
            registry.setCurrentObservationScope(before);
        }
    }

    private static void leave(Observation.@Nullable Scope left, Observation.@Nullable Scope before) {
        if (left != null && left != before) {
            try {
                left.close();
            } catch (RuntimeException again) {
                // The first exception is the one to report.
            }
        }
    }

    /** Whether a handler of the registry times it, which Micrometer's leaves a trace of in the context. */
    static boolean isTimed(Observation.Context context) {
        return context.containsKey(Timer.Sample.class);
    }

    /** Returns a context in which an observation is the current one. */
    static Context with(Observation observation, Context context) {
        return context.put(ObservationThreadLocalAccessor.KEY, observation);
    }
}
