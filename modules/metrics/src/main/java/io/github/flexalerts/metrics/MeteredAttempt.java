package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Times one attempt: its wait for admission, and then its exchange. Of one call, so of one thread at a time. */
final class MeteredAttempt implements AttemptInstrumentation {
    private final Meters meters;
    private final Timer wait;
    private final Operation operation;
    private final int number;
    private boolean timed = true;
    private long since;
    private String origin = "";
    private int status;

    MeteredAttempt(Meters meters, Timer wait, Operation operation, int number) {
        this.meters = meters;
        this.wait = wait;
        this.operation = operation;
        this.number = number;
        this.since = meters.now();
    }

    @Override
    public void sending(String origin, String target) {
        long now = meters.now();
        wait.record(now - since, TimeUnit.NANOSECONDS);
        since = now;
        this.origin = origin;
    }

    /** Something else times it under the same name. */
    void timedElsewhere() {
        timed = false;
    }

    @Override
    public void answered(int code, Function<String, @Nullable String> header) {
        status = code;
    }

    @Override
    public void ended(@Nullable Throwable error) {
        end(Outcome.of(error), error);
        meters.fixed().attemptEnded(error);
    }

    @Override
    public void cancelled() {
        end(Outcome.CANCELLED, null);
    }

    private void end(Outcome outcome, @Nullable Throwable error) {
        if (timed) {
            long took = meters.now() - since;
            int index = Statuses.index(status, error);
            meters.attempt(operation, origin, number, index, outcome, ErrorType.of(error))
                    .record(took, TimeUnit.NANOSECONDS);
        }
    }
}
