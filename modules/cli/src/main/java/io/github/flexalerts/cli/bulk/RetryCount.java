package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import reactor.util.context.ContextView;

/** Counts retries, for the progress bar. */
final class RetryCount implements ClientInstrumentation {
    private final LongAdder retries = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final CallInstrumentation call = new CallInstrumentation() {
        @Override
        public void retrying(Retry reason, Duration wait, boolean asked) {
            (reason == Retry.THROTTLED ? throttled : retries).increment();
        }
    };

    @Override
    public CallInstrumentation started(Operation operation, ContextView context) {
        return call;
    }

    @Override
    public String toString() {
        return retries + " retries, " + throttled + " throttled";
    }
}
