package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.FlexAlertsException;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Repeats calls that failed for a reason that may pass, after the attempts of the client. */
final class Retrying {
    private static final int TIMES = 5;

    private Retrying() {}

    static <T> Mono<T> transientErrors(Mono<T> call) {
        return call.retryWhen(Retry.backoff(TIMES, Duration.ofMillis(300))
                .maxBackoff(Duration.ofSeconds(15))
                .filter(error -> error instanceof FlexAlertsException failed
                        && failed.isTransient()
                        && !(error instanceof AmbiguousOutcomeException))
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }
}
