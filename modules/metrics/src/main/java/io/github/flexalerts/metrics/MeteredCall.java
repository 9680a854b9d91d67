package io.github.flexalerts.metrics;

import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.core.instrument.LongTaskTimer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts and times one operation. */
final class MeteredCall implements CallInstrumentation {
    private final Meters meters;
    private final String client;
    private final Operation operation;
    private final LongTaskTimer.@Nullable Sample active;
    private final long started;
    private volatile boolean retried;

    /**
     * Creates it.
     *
     * @param timed false if something else times the operation under the same name
     */
    MeteredCall(Meters meters, String client, Operation operation, boolean timed) {
        this.meters = meters;
        this.client = client;
        this.operation = operation;
        this.active = timed ? meters.active(operation).start() : null;
        this.started = meters.now();
    }

    @Override
    public MeteredAttempt attempt(int number, Lane lane) {
        return new MeteredAttempt(meters, meters.client(client).wait(lane), operation, number);
    }

    @Override
    public void retrying(Retry reason, Duration wait, boolean asked) {
        retried = true;
        meters.retries(operation, reason).increment();
        meters.fixed().waited(wait, asked);
    }

    @Override
    public void suppressed(Suppression cause) {
        meters.suppressed(operation, cause).increment();
    }

    @Override
    public void unknown(Unknown what, int count) {
        meters.fixed().unknown(what, count);
    }

    @Override
    public void pageRead(int items) {
        meters.fixed().page(items);
    }

    @Override
    public void pages(int delivered, int discarded) {
        meters.fixed().pages(delivered, discarded);
    }

    @Override
    public void ended(@Nullable Throwable error) {
        end(Outcome.of(error), error);
        if (!operation.isWorkflow()) { // what a workflow fails of was counted where it happened
            meters.fixed().operationEnded(error);
        }
    }

    @Override
    public void cancelled() {
        end(Outcome.CANCELLED, null);
    }

    private void end(Outcome outcome, @Nullable Throwable error) {
        if (active != null) {
            active.stop();
            long took = meters.now() - started;
            meters.operation(operation, outcome, ErrorType.of(error), retried && outcome != Outcome.CANCELLED)
                    .record(took, TimeUnit.NANOSECONDS);
        }
    }
}
